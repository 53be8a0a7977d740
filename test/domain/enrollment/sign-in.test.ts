import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { provePassword, trialsAllowed } from '../../../domain/enrollment/prove-password.ts';
import { signIn } from '../../../domain/enrollment/sign-in.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';
import {
  anAudience,
  aUserConfiguration,
  blockOf,
  blockOfGroup,
  notOffered,
  type ConfigurationChanges,
} from '../../support/configured.ts';
import { anAccount, RULES, sidOf } from '../../support/scripted-account.ts';
import { aConfiguration, aProduct, MINUTE, NOW, type Product } from '../../support/product.ts';
import { SOURCE, trailOf } from '../../support/recovering.ts';
import { countedPorts } from '../../support/watched-ports.ts';

const RIGHT = 'Correct-Horse-1';

function withJo(threshold = 5): Product {
  const product = aProduct();
  product.script.add(anAccount('jo'));
  product.script.rule({ lockoutThreshold: threshold });
  return product;
}
const request = (name: string, password: string, source = SOURCE) => ({
  claim: readClaim(name) ?? { kind: 'account-name' as const, name },
  password,
  source,
  language: 'en',
});
const signedIn = ({ ports }: Product, name: string, password: string, source?: string) =>
  signIn(ports, request(name, password, source));
const jo = ({ script }: Product) => script.member('jo').account;

describe('how often a password may be tried', () => {
  it.each([
    [0, 5],
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 3],
    [6, 4],
    [7, 5],
    [8, 5],
    [9, 5],
    [10, 5],
  ])('where %i bad ones lock: %i times', (lockoutThreshold, cap) => {
    expect(trialsAllowed({ ...RULES, lockoutThreshold }, aConfiguration()).cap).toBe(cap);
  });

  it('never reaches the threshold, and stays two short of it where it can', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 99 }),
        (lockoutThreshold, most) => {
          const limits = { signInsWithoutLockout: most };
          const { cap } = trialsAllowed({ ...RULES, lockoutThreshold }, aConfiguration({ limits }));
          expect(cap).toBeLessThan(lockoutThreshold);
          if (lockoutThreshold > 2) expect(cap).toBeLessThanOrEqual(lockoutThreshold - 2);
          expect(cap).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it("is counted over the domain's window, or a quarter of an hour where that is shorter", () => {
    const windowOf = (lockoutWindowMs: number) =>
      trialsAllowed({ ...RULES, lockoutWindowMs }, aConfiguration()).windowMs;
    expect(windowOf(30 * MINUTE)).toBe(30 * MINUTE);
    expect(windowOf(MINUTE)).toBe(15 * MINUTE);
  });
});

describe('wrong passwords', () => {
  it.each([1, 2, 3, 4, 5, 10])(
    'never lock an account that %i of them would lock, one after the other',
    async (threshold) => {
      const product = withJo(threshold);
      for (let i = 0; i < threshold + 3; i += 1) await signedIn(product, i % 2 ? 'jo' : 'CORP\\JO', 'wrong');
      expect(jo(product).locked).toBe(false);
      expect(jo(product).badPasswordCount).toBe(
        trialsAllowed({ ...RULES, lockoutThreshold: threshold }, product.configuration).cap,
      );
    },
  );

  it('never lock it when 64 come at the same moment from 64 places', async () => {
    const product = withJo(5);
    await Promise.all(
      Array.from({ length: 64 }, (_, i) => signedIn(product, 'jo', 'wrong', `192.0.2.${String(i)}`)),
    );
    expect(product.script.binds()).toBe(3);
    expect(jo(product).locked).toBe(false);
  });

  it('that others tried count as well', async () => {
    const product = withJo(5);
    const member = product.script.member('jo');
    member.account = { ...member.account, badPasswordCount: 2, badPasswordAt: NOW - MINUTE };
    await signedIn(product, 'jo', 'wrong');
    // Refused as a stranger is, by a bind that can lock nobody: "slow down" would say that there is an account.
    expect((await signedIn(product, 'jo', RIGHT)).kind).toBe('refused');
    expect(jo(product)).toMatchObject({ badPasswordCount: 3, locked: false });
  });

  it('that others tried long ago do not count', async () => {
    const product = withJo(5);
    const member = product.script.member('jo');
    member.account = { ...member.account, badPasswordCount: 4, badPasswordAt: NOW - 30 * MINUTE };
    expect((await signedIn(product, 'jo', RIGHT)).kind).toBe('signed-in');
  });

  it('are counted before the directory is asked, so that a broken bind is counted too', async () => {
    const product = withJo(5);
    const passwords = {
      ...product.ports.passwords,
      tryPassword: async () => {
        throw new Error('the connection broke');
      },
    };
    for (let i = 0; i < 3; i += 1)
      await expect(signIn({ ...product.ports, passwords }, request('jo', 'wrong'))).rejects.toThrow('broke');
    expect((await signedIn(product, 'jo', RIGHT)).kind).toBe('throttled');
    expect(product.script.binds()).toBe(0);
  });

  it('are stopped for a stranger as they are for a person', async () => {
    const [person, stranger] = [withJo(5), withJo(5)];
    for (let i = 0; i < 6; i += 1) {
      const told = await signedIn(stranger, 'nobody', 'wrong');
      expect(told).toEqual(await signedIn(person, 'jo', 'wrong'));
    }
    expect(stranger.script.binds()).toBe(person.script.binds());
  });

  it('show nothing of a policy of one’s own: who locks sooner is stopped as late as a stranger, and never locked', async () => {
    const [person, stranger] = [withJo(7), withJo(7)];
    for (const { ports } of [person, stranger])
      ports.directory.rules = async (_, account) => ({ ...RULES, lockoutThreshold: account ? 4 : 7 });
    for (let i = 0; i < 8; i += 1)
      expect(await signedIn(person, 'jo', 'wrong')).toEqual(await signedIn(stranger, 'nobody', 'wrong'));
    expect(stranger.script.binds()).toBe(person.script.binds());
    expect(jo(person)).toMatchObject({ badPasswordCount: 2, locked: false });
  });

  it('of one account add up whatever name they are tried under, also at the same moment', async () => {
    const product = withJo(5);
    const member = product.script.member('jo');
    // A name that nobody can tell to be jo's by looking at it.
    member.account = { ...member.account, userPrincipalName: 'j.doe@elsewhere.example' };
    await Promise.all(
      Array.from({ length: 32 }, (_, i) =>
        signedIn(product, i % 2 ? 'jo' : 'j.doe@elsewhere.example', 'wrong', `192.0.2.${String(i)}`),
      ),
    );
    expect(jo(product)).toMatchObject({ badPasswordCount: 3, locked: false });
  });

  it('are forgotten after a right one', async () => {
    const product = withJo(5);
    for (let i = 0; i < 4; i += 1) {
      await signedIn(product, 'jo', 'wrong');
      await signedIn(product, 'jo', 'wrong');
      expect((await signedIn(product, 'jo', RIGHT)).kind).toBe('signed-in');
    }
  });

  it('are stopped when they come from one place for many names', async () => {
    const product = withJo(0);
    const { startsPerSourceHour } = product.configuration.limits;
    const all = await Promise.all(
      Array.from({ length: startsPerSourceHour + 5 }, (_, i) =>
        signedIn(product, `name${String(i)}`, 'wrong'),
      ),
    );
    expect(all.filter(({ kind }) => kind === 'throttled')).toHaveLength(5);
  });
});

describe('a sign-in', () => {
  it('is refused with an empty password, which the directory would take for anonymous', async () => {
    const product = withJo();
    expect(await signedIn(product, 'jo', '')).toEqual({ kind: 'refused' });
  });

  it('opens a session under a key that is not the handle, for a quarter of an hour', async () => {
    const product = withJo();
    const signed = await signedIn(product, 'jo', RIGHT);
    if (signed.kind !== 'signed-in') return expect.fail(signed.kind);
    expect(signed.session.key).not.toBe(signed.handle);
    expect(await product.ports.sessions.find(signed.handle)).toBeUndefined();
    expect(await product.ports.sessions.find(signed.session.key)).toMatchObject({
      person: jo(product).person,
      expiresAt: NOW + 15 * MINUTE,
      ended: false,
    });
  });

  it.each([
    ['must-change', { mustChangePassword: true }, { kind: 'change-first', because: 'must-change' }],
    ['expired', { passwordExpired: true }, { kind: 'change-first', because: 'expired' }],
    ['disabled', { disabled: true }, { kind: 'obstacle', obstacle: 'disabled' }],
    ['account-expired', { accountExpired: true }, { kind: 'obstacle', obstacle: 'account-expired' }],
  ] as const)(
    'of an account that is %s is told why, but only with the right password',
    async (_what, changes, told) => {
      const product = withJo();
      product.script.add(anAccount('jo', changes));
      expect(await signedIn(product, 'jo', 'wrong')).toEqual({ kind: 'refused' });
      expect(await signedIn(product, 'jo', RIGHT)).toMatchObject(told);
    },
  );

  it('of a locked account is refused like a wrong one', async () => {
    const product = withJo();
    product.script.add(anAccount('jo', { locked: true }));
    expect(await signedIn(product, 'jo', RIGHT)).toEqual({ kind: 'refused' });
  });

  it('of a privileged person is refused, right as the password may be, and never tried on their account', async () => {
    const product = withJo();
    product.script.add(anAccount('admin', { groups: [sidOf(512)] }));
    expect(await signedIn(product, 'admin', RIGHT)).toEqual({ kind: 'refused' });
    expect(product.script.member('admin').account.badPasswordCount).toBe(0);
  });

  it.each([
    ['on the block list', { blockList: [blockOf(anAccount('jo'))] }],
    ['in a group on the block list', { blockList: [blockOfGroup(sidOf(513))] }],
    ['under no user configuration', { userConfigurations: [] }],
    [
      'under one that offers nothing',
      {
        userConfigurations: [
          aUserConfiguration('none', { actions: { unlock: notOffered, reset: notOffered } }),
        ],
      },
    ],
  ] as const)(
    'of somebody %s is told that nothing is offered, but only with the right password, and opens nothing',
    async (_what, document) => {
      const product = aProduct({ document });
      product.script.add(anAccount('jo'));
      expect(await signedIn(product, 'jo', 'wrong')).toEqual({ kind: 'refused' });
      product.clock.pass(1);
      const { ports, counts } = countedPorts(product.ports);
      expect(await signIn(ports, request('jo', RIGHT))).toMatchObject({
        kind: 'obstacle',
        obstacle: 'not-offered',
      });
      expect(counts()).not.toHaveProperty('sessions.create');
      const events = await trailOf(product, jo(product).person);
      expect(events.map(({ happening }) => happening)).toEqual([
        { kind: 'sign-in-refused', reason: 'wrong' },
        { kind: 'sign-in-refused', reason: 'ineligible' },
      ]);
    },
  );

  it('of somebody blocked who must change the password is told that nothing is offered, not to change it here', async () => {
    const product = aProduct({ document: { blockList: [blockOf(anAccount('jo'))] } });
    product.script.add(anAccount('jo', { mustChangePassword: true }));
    expect(await signedIn(product, 'jo', RIGHT)).toMatchObject({ kind: 'obstacle', obstacle: 'not-offered' });
  });

  it('with a wrong password says the same of somebody blocked as of anybody, and costs the same', async () => {
    const told = async (document: ConfigurationChanges['document'], name: string) => {
      const product = aProduct({ ...(document && { document }) });
      product.script.add(anAccount('jo'));
      const { ports, counts } = countedPorts(product.ports);
      const answers = [];
      for (let i = 0; i < 6; i += 1) answers.push(await signIn(ports, request(name, 'wrong')));
      return { answers, counts: counts() };
    };
    const blocked = await told({ blockList: [blockOf(anAccount('jo'))] }, 'jo');
    expect(blocked).toEqual(await told(undefined, 'jo'));
    expect(blocked).toEqual(await told(undefined, 'nobody'));
  });

  it('never locks the account of somebody blocked either', async () => {
    const product = aProduct({ document: { blockList: [blockOf(anAccount('jo'))] } });
    product.script.add(anAccount('jo'));
    for (let i = 0; i < 10; i += 1) await signedIn(product, 'jo', 'wrong');
    expect(jo(product)).toMatchObject({ locked: false, badPasswordCount: 3 });
  });

  it.each([
    ['privileged', 'admin', { groups: [sidOf(512)] }],
    ['out of scope', 'admin', { distinguishedName: 'CN=admin,DC=corp,DC=example' }],
    ['an account of the product', 'svc-dataproxy', {}],
  ])(
    'of somebody who is %s is refused neutrally, blocked or not, and never tried',
    async (_what, name, changes) => {
      for (const blockList of [[], [blockOf(anAccount(name))]]) {
        const product = aProduct({ document: { blockList } });
        product.script.add(anAccount(name, changes));
        expect(await signedIn(product, name, RIGHT)).toEqual({ kind: 'refused' });
        expect(await signedIn(product, name, 'wrong')).toEqual({ kind: 'refused' });
        expect(product.script.member(name).account.badPasswordCount).toBe(0);
      }
    },
  );

  it('opens a session under the user configuration of that moment', async () => {
    const sales = aUserConfiguration('sales', {
      include: anAudience({ groups: [{ name: 'CORP\\Sales', sid: sidOf(1201) }] }),
    });
    const product = aProduct({ document: { userConfigurations: [sales, aUserConfiguration('everyone')] } });
    product.script.add(anAccount('jo', { groups: [sidOf(1201)] }));
    product.script.add(anAccount('ann'));
    expect(await signedIn(product, 'jo', RIGHT)).toMatchObject({ session: { userConfiguration: 'sales' } });
    expect(await signedIn(product, 'ann', RIGHT)).toMatchObject({
      session: { userConfiguration: 'everyone' },
    });
  });

  it('costs the same calls for somebody known and for a stranger', async () => {
    const costs = async (name: string) => {
      const product = withJo();
      const { ports, counts } = countedPorts(product.ports);
      await signIn(ports, request(name, 'wrong'));
      return counts();
    };
    expect(await costs('nobody')).toEqual(await costs('jo'));
  });

  it('is in the trail, right or wrong, and the password is not', async () => {
    const product = withJo();
    await signedIn(product, 'jo', 'Wrong-Horse-1');
    product.clock.pass(1);
    await signedIn(product, 'jo', RIGHT);
    const events = await trailOf(product, jo(product).person);
    expect(events.map(({ happening }) => happening)).toEqual([
      { kind: 'sign-in-refused', reason: 'wrong' },
      { kind: 'signed-in' },
    ]);
    for (const password of ['Wrong-Horse-1', RIGHT]) expect(JSON.stringify(events)).not.toContain(password);
  });
});

describe('proving a password', () => {
  it('tells the owner’s account apart from a stranger’s decoy', async () => {
    const product = withJo();
    expect(await provePassword(product.ports, request('jo', RIGHT))).toMatchObject({
      kind: 'proven',
      trial: 'right',
      account: { username: 'jo' },
    });
    expect(await provePassword(product.ports, request('nobody', RIGHT))).toMatchObject({
      kind: 'refused',
      reason: 'ineligible',
    });
  });
});

describe('the language of a visit', () => {
  const speaking = (preferredLanguage?: string) => {
    const product = aProduct();
    product.script.add(anAccount('jo', preferredLanguage === undefined ? {} : { preferredLanguage }));
    return product;
  };
  const languageOf = async (product: Product, languageFor?: (preferred: string) => string) => {
    const signed = await signIn(product.ports, {
      ...request('jo', RIGHT),
      ...(languageFor && { languageFor }),
    });
    return signed.kind === 'signed-in' ? signed.session.language : signed.kind;
  };

  it("is the directory's where nobody picked one", async () => {
    expect(await languageOf(speaking('fr-CA'), (preferred) => preferred.slice(0, 2))).toBe('fr');
  });

  it('stays the one that was picked', async () => {
    expect(await languageOf(speaking('fr-CA'))).toBe('en');
  });

  it('stays the one of the request where the directory knows of none', async () => {
    expect(await languageOf(speaking(), () => 'fr')).toBe('en');
  });
});
