import { describe, expect, it } from 'vitest';
import { registrationCounts, registrationsPage } from '../../../domain/administration/registrations.ts';
import type { RegistrationRow } from '../../../domain/administration/registration-row.ts';
import { DAY } from '../../support/administering.ts';
import {
  anAudience,
  asking,
  aUserConfiguration,
  blockOf,
  EVERYONE,
  offered,
} from '../../support/configured.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, NOW, publish, type Product } from '../../support/product.ts';
import { anAccount, sidOf, STAFF } from '../../support/scripted-account.ts';

const SALES = { name: 'CORP\\Sales', sid: sidOf(2001).toLowerCase() };
const LEAVERS = '(description=leaver)';
const byBoth = offered(['email-code', 'security-answers']);

/** A company with somebody for each way to stand. */
async function aCompany(): Promise<Product> {
  const product = aProduct({
    document: {
      userConfigurations: [
        aUserConfiguration('leavers', {
          include: anAudience({ filter: LEAVERS }),
          actions: { unlock: { ...byBoth, offered: false }, reset: { ...byBoth, offered: false } },
        }),
        aUserConfiguration('sales', {
          include: anAudience({ groups: [SALES] }),
          actions: { unlock: byBoth, reset: byBoth },
        }),
        aUserConfiguration('staff', { include: EVERYONE, actions: { unlock: byBoth, reset: byBoth } }),
      ],
      blockList: [blockOf(anAccount('blocked'))],
    },
    eligibility: { protectedGroups: [sidOf(1900).toLowerCase()] },
  });
  const { script } = product;
  await enrolled(product, 'registered', { account: { groups: [sidOf(2001)] } });
  await enrolled(product, 'partly', { addresses: [] });
  await enrolled(product, 'blocked');
  script.add(anAccount('never'));
  script.add(anAccount('leaver', { filters: [LEAVERS] }));
  script.add(anAccount('admin', { adminCount: true }));
  script.add(anAccount('svc-dataproxy'));
  script.add(anAccount('vip', { groups: [sidOf(1900)] }));
  script.add(anAccount('outside', { distinguishedName: 'CN=outside,OU=Lab,DC=corp,DC=example' }));
  return product;
}

const EXPECTED: Readonly<Record<string, readonly [RegistrationRow['status'], string?]>> = {
  admin: ['protected'],
  blocked: ['blocked'],
  leaver: ['not-offered', 'leavers'],
  never: ['never', 'staff'],
  outside: ['not-offered'],
  partly: ['partly', 'staff'],
  registered: ['registered', 'sales'],
  'svc-dataproxy': ['protected'],
  vip: ['protected'],
};
const names = (rows: readonly RegistrationRow[]) => rows.map(({ name }) => name.replace('CORP\\', ''));

describe('the registrations report', () => {
  it('says of everyone how far they have come, or why there is nothing to register', async () => {
    const { ports } = await aCompany();
    const { rows, looked, next } = await registrationsPage(ports, { limit: 100 });
    expect(looked).toBe(9);
    expect(next).toBeUndefined();
    const told = rows.map(({ status, userConfiguration }) =>
      userConfiguration ? [status, userConfiguration] : [status],
    );
    expect(Object.fromEntries(names(rows).map((name, i) => [name, told[i]]))).toEqual(EXPECTED);
  });

  it('shows what somebody registered and when, and never an answer or an address', async () => {
    const { ports } = await aCompany();
    const { rows } = await registrationsPage(ports, { limit: 100, status: 'registered' });
    expect(rows).toMatchObject([
      {
        displayName: 'Robin Example',
        methods: ['security-answers', 'email-code'],
        changedAt: NOW,
        disabled: false,
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/home\.example|"answers"|tag|salt/);
  });

  it('goes on page by page until everyone was looked at, each once', async () => {
    const { ports } = await aCompany();
    const seen: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await registrationsPage(ports, { limit: 4, ...(after !== undefined && { after }) });
      seen.push(...names(page.rows));
      after = page.next;
      pages += 1;
    } while (after !== undefined);
    expect(seen).toEqual(Object.keys(EXPECTED));
    expect(pages).toBe(3);
  });

  it('gives the place to go on from although nobody on the page is asked for', async () => {
    const { ports } = await aCompany();
    expect(await registrationsPage(ports, { limit: 2, status: 'registered' })).toEqual({
      rows: [],
      looked: 2,
      next: 'CORP\\blocked',
    });
  });

  it.each([
    ['by user configuration', { userConfiguration: 'staff' }, ['never', 'partly']],
    ['by status', { status: 'blocked' }, ['blocked']],
    ['by OU', { under: 'OU=Lab,DC=corp,DC=example' }, ['outside']],
    ['by date', { since: NOW, before: NOW + 1 }, ['blocked', 'partly', 'registered']],
    ['by a date before which nobody was', { before: NOW }, []],
  ] as const)('can be asked for %s', async (_what, asked, found) => {
    const { ports } = await aCompany();
    expect(names((await registrationsPage(ports, { limit: 100, ...asked })).rows)).toEqual(found);
  });

  it('says until when answers to an earlier questionnaire are good', async () => {
    const product = await aCompany();
    await publish(product, {
      document: asking(['pet']),
      questionnaireVersion: 2,
      earlierQuestionnaires: [
        { ...product.configuration.questionnaire, replacedAt: NOW, acceptedUntil: NOW + DAY },
      ],
    });
    const { rows } = await registrationsPage(product.ports, { limit: 100, status: 'out-of-date' });
    expect(rows).toMatchObject([{ name: 'CORP\\registered', goodUntil: NOW + DAY }]);
  });

  it('looks at 500 people at the most, and keeps no more of a large directory', async () => {
    const product = aProduct();
    for (let i = 0; i < 1200; i += 1) product.script.add(anAccount(`p${String(i).padStart(5, '0')}`));
    const { ports } = product;
    let [asked, most] = [0, 0];
    const enrollments: typeof ports.enrollments = {
      ...ports.enrollments,
      of: async (people) => {
        asked += 1;
        most = Math.max(most, people.length);
        return ports.enrollments.of(people);
      },
    };
    const page = await registrationsPage({ ...ports, enrollments }, { limit: 9999 });
    expect(page).toMatchObject({ looked: 500, next: 'CORP\\p00499' });
    const counts = await registrationCounts({ ...ports, enrollments }, { limit: 9999 });
    expect(counts).toEqual({
      looked: 1200,
      byStatus: { never: 1200 },
      byUserConfiguration: { everyone: { never: 1200 } },
    });
    expect(most).toBe(500);
    expect(asked).toBe(1 + 3);
  });
});

describe('the counts of registrations', () => {
  it('add up over pages to what the report shows', async () => {
    const { ports } = await aCompany();
    const whole = await registrationCounts(ports, { limit: 2000 });
    expect(whole).toEqual({
      looked: 9,
      byStatus: { registered: 1, partly: 1, never: 1, blocked: 1, protected: 3, 'not-offered': 2 },
      byUserConfiguration: {
        leavers: { 'not-offered': 1 },
        sales: { registered: 1 },
        staff: { partly: 1, never: 1 },
      },
    });
    const first = await registrationCounts(ports, { limit: 5 });
    const rest = await registrationCounts(ports, { limit: 5, after: first.next ?? expect.fail('no more') });
    expect(first.looked + rest.looked).toBe(9);
    expect(rest.next).toBeUndefined();
  });

  it('can be asked for one OU', async () => {
    const { ports } = await aCompany();
    expect((await registrationCounts(ports, { limit: 99, under: STAFF })).looked).toBe(8);
  });
});
