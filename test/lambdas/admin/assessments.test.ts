import { describe, expect, it } from 'vitest';
import { BALANCED } from '../../../domain/policy/deployed-configuration.ts';
import type { UserConfiguration } from '../../../domain/policy/user-configuration.ts';
import { adminDesk } from '../../support/admin-desk.ts';
import { aDocument } from '../../support/any-document.ts';
import { aUserConfiguration, notOffered, offered } from '../../support/configured.ts';
import { aProduct } from '../../support/product.ts';

const SALES: UserConfiguration = aUserConfiguration('sales', {
  actions: {
    unlock: offered(['email-code', 'security-answers']),
    reset: offered([], ['email-code', 'sms-code', 'passkey'], 2),
  },
});
const everyone = aUserConfiguration('everyone', {
  actions: { unlock: offered(['security-answers']), reset: notOffered },
});
const document = aDocument({
  methods: { ...aDocument().methods, passkey: { on: true } },
  userConfigurations: [SALES, everyone],
});
const desk = async () => adminDesk(aProduct()).as('pavel', 'policy-editor');

describe('what a policy amounts to, at the admin API', () => {
  const expected = [
    {
      userConfiguration: 'sales',
      action: 'unlock',
      offered: true,
      sentence: 'A code by e-mail and the security answers.',
    },
    // Texts are switched off here, so that nobody could choose them.
    {
      userConfiguration: 'sales',
      action: 'reset',
      sentence: 'A code by e-mail and the passkey or security key.',
    },
    {
      userConfiguration: 'everyone',
      action: 'unlock',
      points: 1,
      nist: { standing: 'not-recognised' },
      wcag: { meets: false },
    },
    { userConfiguration: 'everyone', action: 'reset', offered: false },
  ];

  it('is told of each user configuration and action of a plan, a draft and its review', async () => {
    const pavel = await desk();
    const plan = await pavel.call('POST /api/admin/plan', { body: { document: document as never } });
    expect(plan.assessments).toMatchObject(expected);
    const draft = await pavel.call('PUT /api/admin/draft', {
      body: { document: document as never, basedOn: 0, revision: 0 },
    });
    expect(draft.assessments).toMatchObject(expected);
    const review = await pavel.call('POST /api/admin/draft/review', { body: { revision: draft.revision } });
    expect(review.assessments).toMatchObject(expected);
  });

  it('is told of the ready-made policies', async () => {
    const { policies } = await (await desk()).call('GET /api/admin/policies');
    expect(policies.map(({ id, risks, assessment }) => [id, risks, assessment.nist.standing])).toEqual([
      ['citrix-compatible', ['answers-alone'], 'not-recognised'],
      ['balanced', [], 'partly'],
      ['strict', [], 'meets'],
    ]);
    expect(policies[1]?.policy).toEqual(BALANCED);
  });

  it('publishes the Citrix-compatible one only with the risk accepted in writing', async () => {
    const pavel = await desk();
    const { policies } = await pavel.call('GET /api/admin/policies');
    const citrix = { offered: true, ...policies[0]?.policy };
    const plan = (acceptedRisks?: object) =>
      pavel.call('POST /api/admin/plan', {
        body: {
          document: aDocument({
            userConfigurations: [
              {
                ...aUserConfiguration('all', { actions: { unlock: citrix, reset: citrix } as never }),
                ...acceptedRisks,
              },
            ],
          }) as never,
        },
      });
    expect((await plan()).mistakes.map(({ code }) => code)).toEqual([
      'risk-not-accepted',
      'risk-not-accepted',
    ]);
    const reason = 'Board, 3 March 2026: until everybody has registered.';
    const { mistakes, warnings } = await plan({ acceptedRisks: [{ risk: 'answers-alone', reason }] });
    expect(mistakes).toEqual([]);
    expect(warnings).toEqual([
      expect.stringContaining('security answers alone are enough to unlock or reset'),
    ]);
  });
});
