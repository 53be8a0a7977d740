import { describe, expect, it } from 'vitest';
import { signInAdministrator } from '../../../domain/administration/sign-in-administrator.ts';
import {
  findAdminVisit,
  endAdminVisit,
  lookAtAdminVisit,
  prolongAdminVisit,
} from '../../../domain/administration/admin-visit.ts';
import { signIn } from '../../../domain/enrollment/sign-in.ts';
import { DEFAULT_CLAIM_FORMS } from '../../../domain/recovery/claim-forms.ts';
import type { Account } from '../../../domain/ports/account.ts';
import { ADMINISTRATORS, OFFICE, administrator, wholeTrail } from '../../support/administering.ts';
import { aConfiguration, blockOf } from '../../support/configured.ts';
import { aProduct, MINUTE, NOW, publish, type Product } from '../../support/product.ts';
import { anAccount, sidOf } from '../../support/scripted-account.ts';
import { countedPorts } from '../../support/watched-ports.ts';

const RIGHT = 'Correct-Horse-1';
const attempt = ({ ports }: Pick<Product, 'ports'>, name: string, password = RIGHT, source = OFFICE) =>
  signInAdministrator(ports, { claim: { kind: 'account-name', name }, password, source });

function withAlice(changes: Partial<Account> = {}, product = aProduct()): Product {
  product.script.add(anAccount('alice', { groups: [ADMINISTRATORS], ...changes }), RIGHT);
  product.script.add(anAccount('bob'), RIGHT);
  return product;
}
const reasons = async (product: Product) =>
  (await wholeTrail(product)).map(({ happening }) =>
    'reason' in happening ? happening.reason : happening.kind,
  );

describe('an administrator signs in', () => {
  it('with the domain password, and has the roles of the groups', async () => {
    const helpDesk = { name: 'CORP\\Help Desk', sid: sidOf(1800).toLowerCase() };
    const { document } = aConfiguration();
    const product = withAlice(
      { groups: [ADMINISTRATORS, sidOf(1800)] },
      aProduct({ document: { access: { ...document.access, 'help-desk': [helpDesk] } } }),
    );
    const signed = await attempt(product, 'alice');
    if (signed.kind !== 'signed-in') return expect.fail(signed.kind);
    expect(signed.session).toMatchObject({
      administrator: { name: 'CORP\\alice' },
      roles: ['administrator', 'help-desk'],
      expiresAt: NOW + 15 * MINUTE,
    });
    expect(await findAdminVisit(product.ports, signed.session.key)).toEqual(signed.session);
    expect(await findAdminVisit(product.ports, signed.handle)).toBeUndefined();
    const [event] = await wholeTrail(product);
    expect(event).toMatchObject({
      by: { name: 'CORP\\alice' },
      reference: signed.session.reference,
      happening: { kind: 'administrator-signed-in', roles: ['administrator', 'help-desk'] },
    });
  });

  it.each([
    ['privileged', { adminCount: true, groups: [ADMINISTRATORS, sidOf(512)] }],
    ['outside the OUs that are served', { distinguishedName: 'CN=alice,OU=Tier0,DC=corp,DC=example' }],
  ] as const)('though they are %s, for whom nothing is recovered', async (_what, changes) => {
    const product = withAlice(changes);
    expect((await attempt(product, 'alice')).kind).toBe('signed-in');
  });

  it('by a name of the default domain, whatever else people may type: no other domain is asked', async () => {
    const claims = { ...aConfiguration().claims, mail: true, employeeNumber: 'employeeID' };
    const product = withAlice({}, aProduct({ claims }));
    const { directory } = product.ports;
    const asked: unknown[] = [];
    const find: typeof directory.find = (claim, how) => {
      asked.push(how?.forms);
      return directory.find(claim, how);
    };
    const ports = { ...product.ports, directory: { ...directory, find } };
    expect((await attempt({ ports }, 'alice')).kind).toBe('signed-in');
    expect(asked).toEqual([DEFAULT_CLAIM_FORMS]);
  });

  it('though they are on the block list', async () => {
    const alice = anAccount('alice', { groups: [ADMINISTRATORS] });
    const product = withAlice({}, aProduct({ document: { blockList: [blockOf(alice)] } }));
    expect((await attempt(product, 'alice')).kind).toBe('signed-in');
  });
});

describe('a sign-in of an administrator is refused', () => {
  it('in one way for a wrong password, for somebody who is none, and for nobody; only the trail knows', async () => {
    const product = withAlice();
    expect(await attempt(product, 'alice', 'wrong')).toEqual({ kind: 'refused' });
    expect(await attempt(product, 'bob')).toEqual({ kind: 'refused' });
    expect(await attempt(product, 'nobody')).toEqual({ kind: 'refused' });
    expect((await reasons(product)).toSorted()).toEqual(['ineligible', 'ineligible', 'wrong']);
  });

  it('for the same work, whoever is named', async () => {
    const costs = async (name: string) => {
      const product = withAlice();
      const { ports, counts } = countedPorts(product.ports);
      await attempt({ ports }, name, 'wrong');
      return counts();
    };
    const forAlice = await costs('alice');
    expect(await costs('bob')).toEqual(forAlice);
    expect(await costs('nobody')).toEqual(forAlice);
  });

  it('without a bad try on the account of somebody who is none', async () => {
    const product = withAlice();
    for (let i = 0; i < 9; i += 1) await attempt(product, 'bob', 'wrong');
    expect(product.script.member('bob').account).toMatchObject({ badPasswordCount: 0, locked: false });
  });

  it.each([
    ['must change the password', { mustChangePassword: true }],
    ['has an expired password', { passwordExpired: true }],
    ['is disabled', { disabled: true }],
    ['has expired', { accountExpired: true }],
  ] as const)('when the account %s, and only the trail says so', async (_what, changes) => {
    const product = withAlice(changes);
    expect(await attempt(product, 'alice')).toEqual({ kind: 'refused' });
    expect(await reasons(product)).toEqual(['account-state']);
  });

  it("for the product's own accounts, which are never tried", async () => {
    const product = withAlice();
    product.script.add(anAccount('svc-dataproxy', { groups: [ADMINISTRATORS] }), RIGHT);
    expect(await attempt(product, 'svc-dataproxy')).toEqual({ kind: 'refused' });
    expect(await reasons(product)).toEqual(['ineligible']);
  });

  it('with an empty password', async () => {
    expect(await attempt(withAlice(), 'alice', '')).toEqual({ kind: 'refused' });
  });

  it('before the account could lock, tries at the portal included', async () => {
    const product = withAlice();
    const alice = () => product.script.member('alice').account;
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => attempt(product, 'alice', 'wrong', `198.51.100.${String(i)}`)),
    );
    const claim = { kind: 'account-name', name: 'alice' } as const;
    for (let i = 0; i < 5; i += 1)
      await signIn(product.ports, { claim, password: 'wrong', source: OFFICE, language: 'en' });
    expect(alice()).toMatchObject({ badPasswordCount: 3, locked: false });
    expect(await attempt(product, 'alice')).toEqual({ kind: 'throttled', retryAt: NOW + 30 * MINUTE });
  });

  it('after as many tries of a name that is nobody’s', async () => {
    const [one, other] = [withAlice(), withAlice()];
    for (let i = 0; i < 5; i += 1)
      expect(await attempt(one, 'bob', 'wrong')).toEqual(await attempt(other, 'alice', 'wrong'));
  });
});

describe('the tries at one door', () => {
  const NAMES = ['nobody', 'bob', 'carol', 'root'] as const;
  /** Nobody; somebody who may recover; somebody who is blocked; an administrator for whom nothing is ever recovered. */
  function aCompany(): Product {
    const carol = anAccount('carol');
    const product = aProduct({ document: { blockList: [blockOf(carol)] } });
    product.script.add(anAccount('bob'), RIGHT);
    product.script.add(carol, RIGHT);
    product.script.add(anAccount('root', { groups: [ADMINISTRATORS], adminCount: true }), RIGHT);
    return product;
  }
  const atThePortal = ({ ports }: Product, name: string) => {
    const claim = { kind: 'account-name', name } as const;
    return signIn(ports, { claim, password: 'wrong', source: OFFICE, language: 'en' });
  };

  it('say nothing at the other one: neither which names there are, nor whose are administrators’', async () => {
    const product = aCompany();
    for (let i = 0; i < 5; i += 1) for (const name of NAMES) await atThePortal(product, name);
    for (const name of NAMES)
      expect([name, (await attempt(product, name, 'wrong')).kind]).toEqual([name, 'refused']);
    const other = aCompany();
    for (let i = 0; i < 5; i += 1) for (const name of NAMES) await attempt(other, name, 'wrong');
    for (const name of NAMES)
      expect([name, (await atThePortal(other, name)).kind]).toEqual([name, 'refused']);
  });

  it('of a network that many people share keep no administrator out', async () => {
    const product = aCompany();
    const { startsPerSourceHour } = product.configuration.limits;
    for (let i = 0; i < startsPerSourceHour; i += 1) await atThePortal(product, `name-${String(i)}`);
    expect((await atThePortal(product, 'one-more')).kind).toBe('throttled');
    expect((await attempt(product, 'root')).kind).toBe('signed-in');
  });
});

describe('a visit of an administrator', () => {
  const becomes = ({ script }: Product, changes: Partial<Account>): void => {
    const alice = script.member('alice');
    alice.account = { ...alice.account, ...changes };
  };

  it('ends after a quarter of an hour without an act', async () => {
    const product = aProduct();
    const { key } = await administrator(product);
    product.clock.pass(15 * MINUTE - 1);
    expect(await findAdminVisit(product.ports, key)).toBeDefined();
    product.clock.pass(1);
    expect(await findAdminVisit(product.ports, key)).toBeUndefined();
  });

  it('goes on with each act, for an hour at the most', async () => {
    const product = aProduct();
    let session = await administrator(product);
    for (let i = 0; i < 5; i += 1) {
      product.clock.pass(10 * MINUTE);
      session = (await prolongAdminVisit(product.ports, session)) ?? expect.fail('it ended');
    }
    expect(session.expiresAt).toBe(NOW + 60 * MINUTE);
    product.clock.pass(10 * MINUTE);
    expect(await findAdminVisit(product.ports, session.key)).toBeUndefined();
  });

  it('is prolonged by one of several requests at once, and none of them fails', async () => {
    const product = aProduct();
    const session = await administrator(product);
    product.clock.pass(5 * MINUTE);
    const all = await Promise.all(Array.from({ length: 5 }, () => prolongAdminVisit(product.ports, session)));
    expect(all.map((one) => one?.expiresAt)).toEqual(Array.from({ length: 5 }, () => NOW + 20 * MINUTE));
  });

  it('is over once it was ended, also for a request that was under way, and is told in the trail', async () => {
    const product = aProduct();
    const session = await administrator(product);
    product.clock.pass(5 * MINUTE);
    await endAdminVisit(product.ports, session.key);
    expect(await prolongAdminVisit(product.ports, session)).toBeUndefined();
    await endAdminVisit(product.ports, session.key);
    const kinds = (await wholeTrail(product)).map(({ happening }) => happening.kind);
    expect(kinds).toEqual(['administrator-signed-in', 'administrator-signed-out']);
  });

  it.each([
    ['is in no group of a role any more', { groups: [sidOf(513)] }],
    ['has a disabled account', { groups: [ADMINISTRATORS], disabled: true }],
    ['has an account that expired', { groups: [ADMINISTRATORS], accountExpired: true }],
  ])('is over a minute after its owner %s', async (_what, changes) => {
    const product = aProduct();
    const session = await administrator(product);
    becomes(product, changes);
    product.clock.pass(MINUTE);
    expect(await prolongAdminVisit(product.ports, session)).toBeUndefined();
    expect(await findAdminVisit(product.ports, session.key)).toBeUndefined();
  });

  it('is over when the account is gone', async () => {
    const product = aProduct();
    const session = await administrator(product);
    product.script.remove(session.administrator.person);
    product.clock.pass(MINUTE);
    expect(await prolongAdminVisit(product.ports, session)).toBeUndefined();
    expect(await findAdminVisit(product.ports, session.key)).toBeUndefined();
  });

  it.each([
    ['another password was set', '133123456789012346'],
    ['the password has to be changed', '0'],
  ])('is over a minute later when %s', async (_, passwordLastSet) => {
    const product = aProduct();
    const session = await administrator(product);
    becomes(product, { passwordLastSet });
    product.clock.pass(MINUTE);
    expect(await lookAtAdminVisit(product.ports, session)).toBeUndefined();
    expect(await prolongAdminVisit(product.ports, session)).toBeUndefined();
    expect(await findAdminVisit(product.ports, session.key)).toBeUndefined();
  });

  it('goes on when a domain controller still has an earlier password', async () => {
    const product = aProduct();
    const session = await administrator(product);
    becomes(product, { passwordLastSet: '99123456789012345' });
    product.clock.pass(MINUTE);
    expect(await prolongAdminVisit(product.ports, session)).toBeDefined();
  });

  it('has a minute later the roles that its owner has then, also by a configuration that was published meanwhile', async () => {
    const { document } = aConfiguration();
    const auditors = { name: 'CORP\\Auditors', sid: sidOf(1900) };
    const product = aProduct({ document: { access: { ...document.access, auditor: [auditors] } } });
    const session = await administrator(product);
    expect(session.roles).toEqual(['administrator']);
    becomes(product, { groups: [sidOf(1900)] });
    product.clock.pass(MINUTE);
    expect((await prolongAdminVisit(product.ports, session))?.roles).toEqual(['auditor']);
    await publish(product, { document: { access: document.access } });
    product.clock.pass(MINUTE);
    expect(await prolongAdminVisit(product.ports, session)).toBeUndefined();
  });

  it('goes on as it was while no domain controller answers', async () => {
    const product = aProduct();
    const session = await administrator(product);
    product.script.down(true);
    product.clock.pass(MINUTE);
    expect(await prolongAdminVisit(product.ports, session)).toMatchObject({
      roles: ['administrator'],
      expiresAt: NOW + 16 * MINUTE,
    });
  });

  it('is ended although another request prolonged it at that moment', async () => {
    const product = aProduct();
    const session = await administrator(product);
    product.clock.pass(5 * MINUTE);
    const { adminSessions } = product.ports;
    let between = async () => {
      between = async () => {};
      await prolongAdminVisit(product.ports, session);
    };
    const busy = {
      ...adminSessions,
      find: async (key: string) => {
        const found = await adminSessions.find(key);
        await between();
        return found;
      },
    };
    await endAdminVisit({ ...product.ports, adminSessions: busy }, session.key);
    expect(await findAdminVisit(product.ports, session.key)).toBeUndefined();
  });
});
