import { describe, expect, it } from 'vitest';
import type { ConfigurationDocument } from '../../../../domain/policy/configuration-document.ts';
import type { AcceptedRisk, ResetRule, UnlockRule } from '../../../../domain/policy/user-configuration.ts';
import { aDocument } from '../../../support/any-document.ts';
import { ANSWERS_ACCEPTED, aUserConfiguration, notOffered, offered } from '../../../support/configured.ts';
import { found, messages, mistakesIn } from './found.ts';

const SENT_ACCEPTED: AcceptedRisk = { risk: 'sent-passwords', reason: 'The board, 3 March 2026: parity.' };
const TEXTS = { countries: ['DE'], numbers: 'confirmed', perHour: 10, perDay: 100 } as const;
const ON = {
  ...aDocument().methods,
  'sms-code': { on: true },
  'sent-code': { on: true, send: 'email' },
  passkey: { on: true },
  'previous-authentication': { on: true, days: 30 },
  'ldap-attributes': { on: true, attributes: [{ attribute: 'employeeNumber', label: { en: 'Number' } }] },
} as const;
const one = (
  unlock: UnlockRule,
  reset: ResetRule = notOffered,
  acceptedRisks: readonly AcceptedRisk[] = [],
): Pick<ConfigurationDocument, 'methods' | 'textMessages' | 'userConfigurations'> => ({
  methods: ON,
  textMessages: TEXTS,
  userConfigurations: [aUserConfiguration('sales', { actions: { unlock, reset }, acceptedRisks })],
});
const AT = '/userConfigurations/0/actions';

describe('answers alone', () => {
  it('are refused until somebody has accepted the risk in writing', () => {
    expect(mistakesIn(one(offered(['security-answers'])))).toEqual([
      {
        path: `${AT}/unlock`,
        code: 'risk-not-accepted',
        message:
          'In user configuration "sales", security answers are enough to unlock, and nobody has accepted that risk: answers can be guessed or looked up.',
        remedy:
          'Ask for a code as well, or accept the risk in writing ("Accepted risk" at the console; in a file, "acceptedRisks"): {"risk": "answers-alone", "reason": "who decided it, and why"}.',
      },
    ]);
    const answers = offered(['security-answers']);
    expect(found(one(answers, answers))).toEqual([
      `risk-not-accepted ${AT}/unlock`,
      `risk-not-accepted ${AT}/reset`,
    ]);
    expect(found(one(answers, answers, [ANSWERS_ACCEPTED]))).toEqual([]);
  });

  it.each([
    ['with attributes beside them', offered(['security-answers', 'ldap-attributes']), true],
    [
      'with a remembered browser to choose',
      offered(['security-answers'], ['previous-authentication'], 1),
      true,
    ],
    ['to choose instead of a code', offered([], ['email-code', 'security-answers'], 1), true],
    ['with a code to choose or not', offered(['security-answers'], ['email-code'], 0), true],
    ['as one of two of three', offered([], ['email-code', 'sms-code', 'security-answers'], 2), false],
    ['beside a code', offered(['security-answers', 'email-code']), false],
    ['with a passkey to choose', offered(['security-answers'], ['passkey', 'sms-code'], 1), false],
    ['where nothing is offered', notOffered, false],
  ])('are found %s', (_what, rule, isFound) => {
    expect(found(one(rule))).toEqual(isFound ? [`risk-not-accepted ${AT}/unlock`] : []);
  });

  it('are accepted with a reason that an auditor can read, and once', () => {
    const answers = offered(['security-answers']);
    const short = { ...ANSWERS_ACCEPTED, reason: '  because it is so    ' };
    expect(found(one(answers, answers, [short]))).toEqual([
      'risk-not-accepted /userConfigurations/0/acceptedRisks/0/reason',
    ]);
    expect(found(one(answers, answers, [ANSWERS_ACCEPTED, ANSWERS_ACCEPTED]))).toEqual([
      'already-there /userConfigurations/0/acceptedRisks/1',
    ]);
    expect(found(one(answers, answers, [SENT_ACCEPTED]))).toHaveLength(2);
  });

  it('that were published before risks were written down hold nobody up, until they are changed', () => {
    const before = one(offered(['security-answers']));
    expect(mistakesIn(before, aDocument(before))).toEqual([]);
    const widened = one(offered(['security-answers']), offered(['security-answers']));
    expect(mistakesIn(widened, aDocument(before)).map(({ path }) => path)).toEqual([`${AT}/reset`]);
    const accepted = one(offered(['security-answers']), notOffered, [ANSWERS_ACCEPTED]);
    expect(mistakesIn(before, aDocument(accepted))).toHaveLength(1);
  });
});

describe('a password that is sent', () => {
  const strong = offered(['passkey']);
  const sent = (by: 'email' | 'sms' | 'both' | 'email-first' | 'sms-first', rule: ResetRule = strong) => ({
    ...rule,
    sentPassword: { mode: 'sent' as const, by },
  });

  it('is refused until somebody has accepted the risk in writing', () => {
    expect(found(one(strong, sent('email')))).toEqual([`risk-not-accepted ${AT}/reset/sentPassword`]);
    expect(found(one(strong, sent('email'), [SENT_ACCEPTED]))).toEqual([]);
    expect(found(one(strong, { ...sent('email'), offered: false }))).toEqual([]);
  });

  it.each([
    ['email', ['email-code'], true],
    ['sms', ['sms-code'], true],
    ['email', ['sms-code'], false],
    ['both', ['email-code'], false],
    ['both', ['email-code', 'sms-code'], true],
    ['email-first', ['email-code', 'sms-code'], true],
    ['sms-first', ['email-code'], false],
    ['email', ['sent-code', 'passkey'], true],
    ['sms', ['sent-code', 'passkey'], true],
    ['both', ['sent-code', 'passkey'], true],
  ] as const)('by %s never goes where a required code came from: %j', (by, required, isRefused) => {
    const refused = found(one(strong, sent(by, offered(required)), [SENT_ACCEPTED]));
    expect(refused).toEqual(isRefused ? [`password-to-proof ${AT}/reset/sentPassword`] : []);
  });

  it('goes by text only where texts may go', () => {
    const { textMessages: _none, ...without } = one(strong, sent('sms-first'), [SENT_ACCEPTED]);
    const methods = { ...ON, 'sms-code': { on: false } };
    expect(messages({ ...without, methods }).join()).toContain('to whom texts may go is set nowhere');
  });
});

describe('a policy', () => {
  it('asks for no code twice', () => {
    expect(messages(one(offered(['sent-code', 'passkey'], ['email-code'], 0)))).toEqual([
      'User configuration "sales" asks for "sent-code" beside "email-code" to unlock: one code could count for two.',
    ]);
    expect(found(one(offered([], ['sent-code', 'sms-code', 'passkey'], 1)))).toEqual([
      `contradictory ${AT}/unlock`,
    ]);
    expect(found(one(offered(['sent-code', 'passkey'])))).toEqual([]);
  });

  it('is not of weak proofs alone', () => {
    for (const rule of [
      offered(['ldap-attributes']),
      offered(['ldap-attributes', 'previous-authentication']),
      offered([], ['ldap-attributes', 'previous-authentication'], 1),
    ])
      expect(found(one(rule))).toEqual([`weak-alone ${AT}/unlock`]);
    expect(found(one(offered(['ldap-attributes', 'email-code'])))).toEqual([]);
    // What would make it strong is switched off.
    expect(found(one(offered([], ['ldap-attributes', 'authenticator-app'], 1)))).toEqual([
      `weak-alone ${AT}/unlock`,
    ]);
  });

  it('demands some of its optional proofs where it requires nothing', () => {
    expect(messages(one(offered([], ['email-code', 'passkey'], 0)))).toEqual([
      'User configuration "sales" offers unlock and asks for no proof at all: of its optional methods none is demanded.',
    ]);
  });

  it('asks for no method that is off', () => {
    expect(found(one(offered(['email-code', 'recovery-code'])))).toEqual([
      `method-off ${AT}/unlock/required/1`,
    ]);
  });
});
