import { afterEach, describe, expect, it } from 'vitest';
import { registrationsPage } from '../../../../domain/administration/registrations.ts';
import { EVERY_CLAIM_FORM } from '../../../../domain/recovery/claim-forms.ts';
import { readClaim } from '../../../../domain/recovery/claim.ts';
import { type LookAlike, startLookAlike } from '../../../../local/directory/look-alike.ts';
import { sambaInstalled } from '../../../../local/samba/installed.ts';
import { domainListsContract } from '../../../contracts/directory-domain-lists.ts';
import { domainsContract } from '../../../contracts/directory-domains.ts';
import { ownSamba } from '../../../directory/own-samba.ts';
import { aProduct } from '../../../support/product.ts';
import { joined, secondSettings, startSecond } from '../joined.ts';
import { settingsOf } from '../ports-of.ts';
import { present } from '../present.ts';
import { twoLookAlikes } from '../two-look-alikes.ts';

const besideEachOther = async () => {
  const [first, second] = [await startLookAlike(), await startSecond()];
  return {
    ...joined(firstSettings(first), secondSettings(second.url, second.ca)),
    done: async () => {
      await first.stop();
      await second.stop();
    },
  };
};
domainsContract('two look-alikes', besideEachOther);
domainListsContract('two look-alikes', besideEachOther);

describe.skipIf(!sambaInstalled())('with Samba AD', () => {
  const samba = ownSamba();
  const besideSamba = async () => {
    const { urls, ca } = samba();
    const second = await startSecond();
    return { ...joined(firstOf(urls, ca), secondSettings(second.url, second.ca)), done: () => second.stop() };
  };
  domainsContract('Samba AD and a look-alike', besideSamba);
  domainListsContract('Samba AD and a look-alike', besideSamba);
});

describe('of two domains', () => {
  const both = twoLookAlikes();
  afterEach(() => {
    for (const each of both()) each.reset();
  });
  const ports = () => {
    const [one, other] = both();
    return joined(firstSettings(one), secondSettings(other.url, other.ca));
  };
  const FILTER = '(displayName=*a*)';
  const workFor = async (typed: string, filters: readonly string[]) => {
    const before = both().map((each) => each.counts());
    const forms = EVERY_CLAIM_FORM;
    await ports().reader.find(present(readClaim(typed)), { forms, filters });
    return both().map((each, at) => {
      const { connections, binds, searches, modifies } = each.counts();
      const was = present(before[at]);
      return [
        connections - was.connections,
        binds - was.binds,
        searches - was.searches,
        modifies - was.modifies,
      ];
    });
  };
  const ASKED = [1, 1, 3, 0];
  const LEFT = [0, 0, 0, 0];

  // Each pair: somebody or several, and nobody, typed in the same way.
  it.each([
    ['a name or number', 'alice', 'nobody', [ASKED, ASKED]],
    ['a number of two', '104217', '999999', [ASKED, ASKED]],
    ['a name of the first', 'CORP\\alice', 'CORP\\nobody', [ASKED, LEFT]],
    ['a name of the second', 'NORD\\alice', 'NORD\\nobody', [LEFT, ASKED]],
    ['a name of a domain that is not served', 'OTHER\\alice', 'OTHER\\nobody', [ASKED, LEFT]],
    [
      'a principal name or mail address',
      'erik@nord.example.test',
      'nobody@nord.example.test',
      [ASKED, ASKED],
    ],
    ['an address of several', 'alice@corp.example.test', 'nobody@corp.example.test', [ASKED, ASKED]],
    ['an address with an unknown suffix', 'alice@other.test', 'nobody@other.test', [ASKED, ASKED]],
  ] as const)(
    '%s is looked for where it may be, with the same work for everybody',
    async (_, known, unknown, work) => {
      expect(await workFor(known, [FILTER])).toEqual(work);
      expect(await workFor(unknown, [FILTER])).toEqual(work);
    },
  );

  it('one out of reach is the same trouble for every name that may be in it, and none for others', async () => {
    const [one, other] = both();
    const ruled = joined(firstSettings(one), {
      ...secondSettings('ldaps://127.0.0.1:1', other.ca),
      deadlines: { connectMs: 300, operationMs: 300, totalMs: 1_000 },
    });
    const find = (typed: string) => ruled.reader.find(present(readClaim(typed)), { forms: EVERY_CLAIM_FORM });
    const told = async (typed: string) =>
      find(typed).then(
        ({ kind }) => kind,
        ({ code, message }: { code?: string; message?: string }) => `${code}: ${message}`,
      );
    for (const [known, unknown] of [
      ['alice', 'nobody'],
      ['NORD\\alice', 'NORD\\nobody'],
      ['sofia.rossi@example.com', 'nobody@example.com'],
    ] as const) {
      expect(await told(known)).toMatch(/^directory-unreachable: .*NORD/);
      expect(await told(unknown)).toMatch(/^directory-unreachable: .*NORD/);
    }
    expect([await told('CORP\\alice'), await told('CORP\\nobody')]).toEqual(['one', 'none']);
    await expect(ruled.reader.object('user', 'alice')).rejects.toMatchObject({
      code: 'directory-unreachable',
    });
    expect(await ruled.reader.object('user', 'CORP\\alice')).toMatchObject({ name: 'CORP\\alice' });
  });

  it('a filter that cannot be used is refused before any domain is asked', async () => {
    const { reader } = ports();
    await expect(
      reader.find(present(readClaim('alice')), { forms: EVERY_CLAIM_FORM, filters: ['(sn=x'] }),
    ).rejects.toMatchObject({ code: 'directory-misbehaved' });
    expect(both().map((each) => each.counts().connections)).toEqual([0, 0]);
  });

  it('a report is read page by page over both, nobody twice and nobody left out', async () => {
    const product = { ...aProduct().ports, directory: ports().reader };
    const all = await registrationsPage(product, { limit: 500 });
    expect(all.next).toBeUndefined();
    const names: string[] = [];
    let page = await registrationsPage(product, { limit: 7 });
    for (; page.next !== undefined; page = await registrationsPage(product, { limit: 7, after: page.next }))
      names.push(...page.rows.map((row) => row.name));
    names.push(...page.rows.map((row) => row.name));
    expect(names).toEqual(all.rows.map((row) => row.name));
    expect(names).toEqual(expect.arrayContaining(['CORP\\alice', 'NORD\\alice']));
  });

  it('nobody in one is anybody in the other: no SID and no objectGUID is in both', async () => {
    const [one, other] = both();
    for (const name of ['alice', 'Sales', 'Domain Admins', 'svc-latchkey-read']) {
      expect(one.sidOf(name)).not.toBe(other.sidOf(name));
      expect(one.guidOf(name)).not.toBe(other.guidOf(name));
    }
    const people = await Array.fromAsync(ports().reader.people());
    expect(new Set(people.map(({ person }) => person.guid)).size).toBe(people.length);
  });
});

function firstSettings({ url, ca }: LookAlike) {
  return firstOf([url], ca);
}

function firstOf(urls: readonly string[], ca: string) {
  return { ...settingsOf(urls, ca), repairAccounts: ['svc-latchkey-reset'] };
}
