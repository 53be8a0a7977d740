import { describe, expect, it } from 'vitest';
import { Failure } from '../../../domain/failure.ts';
import type { Account } from '../../../domain/ports/account.ts';
import type { Begun } from '../../../domain/ports/flow-store.ts';
import { beforeReset } from '../../../domain/recovery/before-reset.ts';
import { repairAccount } from '../../../domain/recovery/repair.ts';
import { sweep } from '../../../domain/recovery/sweep.ts';
import { whereItStands } from '../../../domain/recovery/standing.ts';
import { answersOf, enrolled } from '../../support/enrolled.ts';
import { aUserConfiguration, blockOf, blockOfGroup, notOffered, offered } from '../../support/configured.ts';
import { aConfiguration, aProduct, MINUTE, NOW, publish, type Product } from '../../support/product.ts';
import {
  GOOD_PASSWORD,
  kindsOf,
  offerAnswers,
  offerCode,
  proven,
  repair,
  RESET,
  sentCode,
  SOURCE,
  started,
  trailOf,
  UNLOCK,
} from '../../support/recovering.ts';
import { anAccount, CONTROLLER, filetime, sidOf } from '../../support/scripted-account.ts';

const LOCKED = { locked: true, lockoutTime: filetime(NOW - MINUTE) };

async function withJo(changes: Parameters<typeof aProduct>[0] = {}): Promise<Product> {
  const product = aProduct(changes);
  await enrolled(product, 'jo', { account: LOCKED });
  return product;
}
const change = (product: Product, changes: Partial<Account>) => {
  const member = product.script.member('jo');
  member.account = { ...member.account, ...changes };
};
const passwordOf = (product: Product) => product.script.member('jo').password;

describe('a reset', () => {
  it('sets the password, unlocks, tells the trail before and after, and lets the notice go', async () => {
    const product = await withJo();
    const { key, person, reference } = await proven(product, 'jo');
    const repaired = await repair(product, key, RESET);
    expect(repaired).toMatchObject({ kind: 'settled', outcome: { action: 'reset', result: 'done' } });
    expect(passwordOf(product)).toBe(GOOD_PASSWORD);
    expect(product.script.member('jo').account).toMatchObject({ locked: false, lockoutTime: '0' });
    const events = await trailOf(product, person);
    expect(events.slice(-2)).toMatchObject([
      {
        reference,
        source: SOURCE,
        happening: {
          kind: 'change-intended',
          action: 'reset',
          proofs: ['email-code', 'security-answers'],
          domainController: CONTROLLER,
        },
      },
      { reference, happening: { kind: 'change-settled', action: 'reset', result: 'done', by: 'request' } },
    ]);
    const flow = await product.ports.flows.find(key);
    expect(flow).toMatchObject({ state: 'done', outbox: [{}, { letter: { kind: 'password-changed' } }] });
    expect(flow).not.toHaveProperty('heldNotice');
  });

  it('leaves the password nowhere in the store', async () => {
    const product = await withJo();
    const { key, person } = await proven(product, 'jo');
    await repair(product, key, RESET);
    const kept = JSON.stringify([await product.ports.flows.find(key), await trailOf(product, person)]);
    for (const spelling of [GOOD_PASSWORD, Buffer.from(GOOD_PASSWORD).toString('base64').slice(0, 18)])
      expect(kept).not.toContain(spelling);
  });

  it('is not made before the policy is met, whatever else was proven', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    expect(await repair(product, key, RESET)).toMatchObject({
      kind: 'not-proven',
      missing: { required: ['email-code', 'security-answers'] },
    });
    await offerAnswers(product, key, answersOf('jo'));
    expect(await repair(product, key, RESET)).toMatchObject({
      kind: 'not-proven',
      missing: { required: ['email-code'] },
    });
    await offerAnswers(product, key, answersOf('jo'));
    expect((await repair(product, key, RESET)).kind).toBe('not-proven');
    expect((await repair(product, key, UNLOCK, 'operation-2')).kind).toBe('settled');
    expect(product.script.changes).toMatchObject([{ action: 'unlock' }]);
  });

  it('is not made in a flow that is over, one that was refused, or one that is not there', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    expect(await repair(product, 'no such key', RESET)).toEqual({ kind: 'closed', phase: 'gone' });
    for (let i = 0; i < 5; i += 1) await offerCode(product, key, '00000000');
    expect(await repair(product, key, RESET)).toEqual({ kind: 'closed', phase: 'refused' });
    product.clock.pass(15 * MINUTE);
    const later = await proven(product, 'jo');
    product.clock.pass(15 * MINUTE);
    expect(await repair(product, later.key, RESET)).toEqual({ kind: 'closed', phase: 'expired' });
    expect(product.script.asked()).toBe(0);
  });

  it('is not made where it is not offered, though all is proven', async () => {
    const unlockOnly = aUserConfiguration('everyone', {
      actions: { unlock: offered(['security-answers']), reset: notOffered },
    });
    const product = await withJo({ document: { userConfigurations: [unlockOnly] } });
    const { key } = await proven(product, 'jo');
    expect(await repair(product, key, RESET)).toEqual({ kind: 'not-offered' });
    expect(product.script.asked()).toBe(0);
  });

  it('is judged by the policy in force when it is asked for, not by the one at the start', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    await offerAnswers(product, key, answersOf('jo'));
    await publish(product, { document: { userConfigurations: [aUserConfiguration('everyone')] } });
    expect((await repair(product, key, RESET)).kind).toBe('settled');
    const other = await started(product, 'jo');
    await offerAnswers(product, other.key, answersOf('jo'));
    const { userConfigurations } = aConfiguration().document;
    await publish(product, { document: { userConfigurations } });
    expect((await repair(product, other.key, RESET)).kind).toBe('not-proven');
  });

  it.each([
    ['refused', async (): Promise<Begun> => 'moved'],
    [
      'broken',
      async (): Promise<Begun> => {
        throw new Failure('store-unavailable', 'the central store did not keep an intent');
      },
    ],
  ] as const)('asks the directory for nothing when its intent is %s', async (how, begin) => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    const ports = { ...product.ports, flows: { ...product.ports.flows, begin } };
    const reset = repairAccount(ports, { key, source: SOURCE, operation: 'operation-1' }, RESET);
    if (how === 'refused') expect(await reset).toMatchObject({ kind: 'working' });
    else await expect(reset).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(product.script.asked()).toBe(0);
    expect(await product.ports.flows.find(key)).toMatchObject({ state: 'open' });
  });

  it('that breaks our own rules asks the directory for nothing and costs nothing', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    for (const newPassword of [
      '',
      'short',
      'all small letters',
      'Summer2026!',
      'Robin-2026-xyz',
      'a\0B1!aaaaaaaa',
    ])
      expect(
        (await repair(product, key, { action: 'reset', newPassword }, `operation-${newPassword}`)).kind,
      ).toBe('password-refused');
    expect(product.script.asked()).toBe(0);
    expect(await product.ports.flows.find(key)).toMatchObject({ state: 'open', spends: 0 });
    expect((await repair(product, key, RESET)).kind).toBe('settled');
  });

  it('that the directory refuses leaves the flow open for a better password', async () => {
    const product = await withJo();
    const { key, person } = await proven(product, 'jo');
    product.script.answer({ refuse: 'policy' });
    expect(await repair(product, key, RESET)).toMatchObject({
      kind: 'settled',
      outcome: { result: 'unchanged', reason: 'policy' },
    });
    const flow = await product.ports.flows.find(key);
    expect(flow).toMatchObject({ state: 'open', spends: 1 });
    expect(flow?.outbox).toHaveLength(1);
    expect(flow).not.toHaveProperty('heldNotice');
    product.script.answer('obey');
    const second = { action: 'reset', newPassword: 'Another-Harbour-43' } as const;
    expect(await repair(product, key, second, 'operation-2')).toMatchObject({ outcome: { result: 'done' } });
    expect(passwordOf(product)).toBe('Another-Harbour-43');
    expect(kindsOf(await trailOf(product, person)).slice(-4)).toEqual([
      'change-intended',
      'change-settled',
      'change-intended',
      'change-settled',
    ]);
  });

  it('may be refused by the directory five times and no more', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    product.script.answer({ refuse: 'policy' });
    for (let i = 0; i < 5; i += 1)
      expect((await repair(product, key, RESET, `operation-${String(i)}`)).kind).toBe('settled');
    expect(await repair(product, key, RESET, 'operation-6')).toEqual({ kind: 'spends-used-up' });
    expect(product.script.asked()).toBe(5);
  });

  it.each(['not-permitted', 'gone', 'locked', 'wrong-password'] as const)(
    'that the directory refuses with %s is told as unchanged',
    async (refuse) => {
      const product = await withJo();
      const { key } = await proven(product, 'jo');
      product.script.answer({ refuse });
      expect(await repair(product, key, RESET)).toMatchObject({
        outcome: { result: 'unchanged', reason: refuse },
      });
    },
  );

  it('that is asked for twice as the same operation is made once and told the same', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    const first = await repair(product, key, RESET);
    const second = await repair(product, key, RESET);
    if (first.kind !== 'settled' || second.kind !== 'settled') return expect.fail('both are settled');
    expect(second.outcome).toEqual(first.outcome);
    expect(product.script.asked()).toBe(1);
  });

  it('that was refused is told as refused, not tried again, when the same operation comes back', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    product.script.answer({ refuse: 'policy' });
    await repair(product, key, RESET);
    product.script.answer('obey');
    expect(await repair(product, key, RESET)).toMatchObject({ outcome: { result: 'unchanged' } });
    expect(product.script.asked()).toBe(1);
  });

  it('is made once in a flow, whatever the operation', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    await repair(product, key, RESET);
    expect(await repair(product, key, RESET, 'operation-2')).toEqual({ kind: 'closed', phase: 'done' });
    expect(await repair(product, key, UNLOCK, 'operation-3')).toEqual({ kind: 'closed', phase: 'done' });
    expect(product.script.changes).toHaveLength(1);
  });

  it.each([
    ['the same operation', () => 'operation-1'],
    ['different operations', (i: number) => `operation-${String(i)}`],
  ])('is made once when it is asked for 32 times at the same moment as %s', async (_what, operation) => {
    const product = await withJo();
    const { key, person } = await proven(product, 'jo');
    const all = await Promise.all(
      Array.from({ length: 32 }, (_, i) => repair(product, key, i % 2 ? RESET : UNLOCK, operation(i))),
    );
    expect(product.script.asked()).toBe(1);
    expect(all.filter(({ kind }) => kind === 'settled')).toHaveLength(1);
    const kinds = kindsOf(await trailOf(product, person));
    expect(kinds.filter((kind) => kind === 'change-intended')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'change-settled')).toHaveLength(1);
    expect((await product.ports.flows.find(key))?.outbox).toHaveLength(2);
  });

  it.each(['lose-answer', 'break-after'] as const)(
    'whose answer is lost (%s) is read back, and told as done when it was',
    async (script) => {
      const product = await withJo();
      const { key } = await proven(product, 'jo');
      product.script.answer(script);
      expect(await repair(product, key, RESET)).toMatchObject({ outcome: { result: 'done' } });
      product.script.answer('obey');
      expect(await repair(product, key, RESET)).toMatchObject({ outcome: { result: 'done' } });
      expect(await repair(product, key, RESET, 'operation-2')).toEqual({ kind: 'closed', phase: 'done' });
      expect(product.script.asked()).toBe(1);
      expect((await product.ports.flows.find(key))?.outbox.at(-1)?.letter.kind).toBe('password-changed');
    },
  );

  it('whose answer is lost and which is not to be seen yet is left to the sweeper: it may still come', async () => {
    const product = await withJo();
    const { key, person } = await proven(product, 'jo');
    product.script.answer('lose-request');
    expect((await repair(product, key, RESET)).kind).toBe('unsettled');
    expect(kindsOf(await trailOf(product, person)).at(-1)).toBe('change-intended');
    expect((await repair(product, key, RESET)).kind).toBe('working');
    product.script.answer('obey');
    product.clock.pass(MINUTE);
    await sweep(product.ports);
    expect(await repair(product, key, RESET)).toMatchObject({ outcome: { result: 'unchanged' } });
    expect(await repair(product, key, RESET, 'operation-2')).toMatchObject({ outcome: { result: 'done' } });
    expect(product.script.changes).toHaveLength(1);
  });

  it('waits, open and proven, while another flow’s is not finished: that one is never told as what this one did', async () => {
    const product = await withJo();
    const [lost, waiting] = [await proven(product, 'jo'), await proven(product, 'jo')];
    product.script.answer('lose-request');
    expect((await repair(product, lost.key, RESET)).kind).toBe('unsettled');
    product.script.answer('obey');
    for (const what of [RESET, UNLOCK])
      expect(await repair(product, waiting.key, what)).toEqual({ kind: 'person-busy', flow: waiting });
    expect(product.script.asked()).toBe(1);
    expect(await product.ports.flows.find(waiting.key)).toEqual(waiting);
    const refused = { kind: 'repair-refused', reason: 'another-change-unfinished' };
    expect((await trailOf(product, waiting.person)).at(-1)?.happening).toMatchObject(refused);
    product.clock.pass(MINUTE);
    await sweep(product.ports);
    product.clock.pass(1);
    expect(await repair(product, waiting.key, RESET)).toMatchObject({ outcome: { result: 'done' } });
    expect((await product.ports.flows.find(lost.key))?.outcome?.result).toBe('unchanged');
  });

  it('is not begun on what was seen of the account before another flow’s change', async () => {
    const product = await withJo();
    const [quick, slow] = [await proven(product, 'jo'), await proven(product, 'jo')];
    const { breached } = product.ports;
    const meanwhile = async (password: string) => {
      product.clock.pass(1);
      expect(await repair(product, quick.key, RESET)).toMatchObject({ outcome: { result: 'done' } });
      product.clock.pass(1);
      return breached.includes(password);
    };
    const ports = { ...product.ports, breached: { includes: meanwhile } };
    const request = { key: slow.key, source: SOURCE, operation: 'operation-2' };
    expect((await repairAccount(ports, request, RESET)).kind).toBe('person-busy');
    expect(product.script.changes).toHaveLength(1);
    expect(await repair(product, slow.key, UNLOCK)).toMatchObject({ outcome: { result: 'done' } });
  });

  it.each([
    ['do-and-die', 'done', 'password-changed'],
    ['die', 'unchanged', 'recovery-code'],
  ] as const)(
    'whose domain controller is gone with the answer (%s) is told as %s once that is back',
    async (script, result, letter) => {
      const product = await withJo();
      const { key } = await proven(product, 'jo');
      product.script.answer(script);
      expect((await repair(product, key, RESET)).kind).toBe('unsettled');
      product.clock.pass(60 * MINUTE);
      expect(await sweep(product.ports)).toEqual({ settled: 0, waiting: 1 });
      product.script.down(false);
      expect(await sweep(product.ports)).toEqual({ settled: 1, waiting: 0 });
      expect(await repair(product, key, RESET)).toMatchObject({ outcome: { result } });
      expect((await product.ports.flows.find(key))?.outbox.at(-1)?.letter.kind).toBe(letter);
      expect(product.script.asked()).toBe(1);
    },
  );

  it.each([
    [RESET, 'password-may-have-changed'],
    [UNLOCK, 'account-may-be-unlocked'],
  ] as const)('%o is told as unknown when its domain controller never came back', async (what, letter) => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    product.script.answer('do-and-die');
    expect((await repair(product, key, what)).kind).toBe('unsettled');
    product.clock.pass(24 * 60 * MINUTE);
    expect(await sweep(product.ports)).toEqual({ settled: 1, waiting: 0 });
    expect(await repair(product, key, what)).toMatchObject({ outcome: { result: 'unknown' } });
    expect((await product.ports.flows.find(key))?.outbox.at(-1)?.letter.kind).toBe(letter);
  });

  it('that was never sent is told as unchanged, and can be asked for again', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    product.script.answer('break-before');
    expect(await repair(product, key, RESET)).toMatchObject({
      outcome: { result: 'unchanged', reason: 'not-executed' },
    });
    product.script.answer('obey');
    expect(await repair(product, key, RESET, 'operation-2')).toMatchObject({ outcome: { result: 'done' } });
  });

  it('whose outcome cannot be written is told as unsettled, and is left to the sweeper', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    const settle = async () => {
      throw new Failure('store-unavailable', 'the central store did not keep an outcome');
    };
    const ports = { ...product.ports, flows: { ...product.ports.flows, settle } };
    const request = { key, source: SOURCE, operation: 'operation-1' };
    expect((await repairAccount(ports, request, RESET)).kind).toBe('unsettled');
    expect((await repair(product, key, RESET)).kind).toBe('working');
    expect((await repair(product, key, UNLOCK, 'operation-2')).kind).toBe('working');
    expect(product.script.asked()).toBe(1);
  });

  it('that was refused is told so even when that cannot be written', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    product.script.answer({ refuse: 'policy' });
    const settle = async () => {
      throw new Failure('store-unavailable', 'the central store did not keep an outcome');
    };
    const ports = { ...product.ports, flows: { ...product.ports.flows, settle } };
    const request = { key, source: SOURCE, operation: 'operation-1' };
    expect(await repairAccount(ports, request, RESET)).toMatchObject({ outcome: { result: 'unchanged' } });
  });

  it('breaks before anything is written when no domain controller answers', async () => {
    const product = await withJo();
    const { key, person } = await proven(product, 'jo');
    product.script.down(true);
    await expect(repair(product, key, RESET)).rejects.toMatchObject({ code: 'directory-unreachable' });
    expect(kindsOf(await trailOf(product, person))).not.toContain('change-intended');
    product.script.down(false);
    expect((await repair(product, key, RESET)).kind).toBe('settled');
  });
});

describe('at the bench', () => {
  it.each([
    ['protected', 'privileged', { groups: [sidOf(512)] }],
    ['protected', 'privileged', { adminCount: true }],
    ['protected', 'privileged', { formerSids: ['S-1-5-21-7-8-9-512'] }],
    ['protected', 'privileged', { hasServicePrincipalName: true }],
    ['protected', 'out-of-scope', { distinguishedName: 'CN=jo,DC=corp,DC=example' }],
    ['disabled', 'disabled', { disabled: true }],
    ['account-expired', 'account-expired', { accountExpired: true }],
    ['smart-card', 'smart-card', { smartCardRequired: true }],
    ['cannot-change-password', 'cannot-change-password', { cannotChangePassword: true }],
  ] as const)(
    'an account that has become %s is refused, and the trail says exactly why: %s',
    async (obstacle, exactly, changes) => {
      const product = await withJo();
      const { key, person } = await proven(product, 'jo');
      change(product, changes);
      for (const [what, action] of [
        [RESET, 'reset'],
        [UNLOCK, 'unlock'],
      ] as const) {
        expect(await repair(product, key, what)).toMatchObject({ kind: 'obstacle', obstacle, exactly });
        const events = await trailOf(product, person);
        expect(events.at(-1)?.happening).toEqual({ kind: 'repair-refused', action, reason: exactly });
      }
      expect(product.script.asked()).toBe(0);
      expect(await product.ports.flows.find(key)).toMatchObject({ state: 'open', spends: 0 });
    },
  );

  it('an account whose groups cannot be read there is not touched, and no intent is written', async () => {
    const product = await withJo();
    const { key, person } = await proven(product, 'jo');
    const at = () =>
      Promise.reject(new Failure('directory-misbehaved', 'dc1 does not show tokenGroups of jo'));
    const ports = { ...product.ports, repairs: { at } };
    for (const what of [RESET, UNLOCK])
      await expect(
        repairAccount(ports, { key, source: SOURCE, operation: 'operation-1' }, what),
      ).rejects.toMatchObject({ code: 'directory-misbehaved' });
    expect(product.script.asked()).toBe(0);
    expect(kindsOf(await trailOf(product, person))).not.toContain('change-intended');
    expect(await product.ports.flows.find(key)).toMatchObject({ state: 'open', spends: 0 });
  });

  it('an account that is gone is refused, and the trail says so', async () => {
    const product = await withJo();
    const { key, person } = await proven(product, 'jo');
    product.script.remove(person);
    expect(await repair(product, key, RESET)).toMatchObject({ kind: 'obstacle', obstacle: 'gone' });
    expect(kindsOf(await trailOf(product, person)).at(-1)).toBe('repair-refused');
  });

  it('an account that was blocked since the start is refused', async () => {
    const product = await withJo();
    const { key, person } = await proven(product, 'jo');
    const { account } = product.script.member('jo');
    await publish(product, { document: { blockList: [blockOf(account)] } });
    expect(await repair(product, key, RESET)).toMatchObject({ kind: 'obstacle', obstacle: 'protected' });
    expect(await beforeReset(product.ports, key)).toMatchObject({ kind: 'obstacle', obstacle: 'protected' });
    expect(await whereItStands(product.ports, key)).toMatchObject({
      account: { obstacle: 'blocked' },
      actions: { reset: { kind: 'hindered', because: 'protected' } },
    });
    expect((await trailOf(product, person)).at(-1)?.happening.kind).toBe('repair-refused');
    expect(product.script.asked()).toBe(0);
  });

  it('an account whose group was blocked since the start, or that joined a blocked one, is refused', async () => {
    const product = await withJo({ document: { blockList: [blockOfGroup(sidOf(1301))] } });
    const { key } = await proven(product, 'jo');
    change(product, { groups: [sidOf(1301)] });
    expect(await repair(product, key, UNLOCK)).toMatchObject({ kind: 'obstacle', obstacle: 'protected' });
    change(product, { groups: [] });
    expect(await repair(product, key, UNLOCK, 'operation-2')).toMatchObject({ outcome: { result: 'done' } });
  });

  it('an account whose block has ended meanwhile is helped', async () => {
    const until = new Date(NOW + MINUTE).toISOString();
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    const { account } = product.script.member('jo');
    await publish(product, { document: { blockList: [blockOf(account, until)] } });
    expect((await repair(product, key, RESET)).kind).toBe('obstacle');
    product.clock.pass(MINUTE);
    expect((await repair(product, key, RESET, 'operation-2')).kind).toBe('settled');
  });

  it('somebody whose user configuration is gone since the start is offered nothing', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    await publish(product, { document: { userConfigurations: [aUserConfiguration('another')] } });
    expect(await repair(product, key, RESET)).toEqual({ kind: 'not-offered' });
    expect(await repair(product, key, UNLOCK)).toEqual({ kind: 'not-offered' });
    expect(product.script.asked()).toBe(0);
    // Whoever starts anew falls under what there is now.
    const again = await started(product, 'jo');
    expect(again.userConfiguration).toBe('another');
    await offerAnswers(product, again.key, answersOf('jo'));
    expect((await repair(product, again.key, RESET, 'operation-2')).kind).toBe('settled');
  });
});

describe('an unlock', () => {
  it('leaves the password as it is', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    const before = passwordOf(product);
    expect(await repair(product, key, UNLOCK)).toMatchObject({
      outcome: { action: 'unlock', result: 'done' },
    });
    expect(passwordOf(product)).toBe(before);
    expect((await product.ports.flows.find(key))?.outbox.at(-1)?.letter.kind).toBe('account-unlocked');
  });
});

/** Jo under one user configuration with these settings, and rules that have a minimum age of a day. */
async function withSettings(settings: {
  readonly evenWhenExpired?: boolean;
  readonly notWhileLocked?: boolean;
  readonly notBeforeMinimumAge?: boolean;
}) {
  const { evenWhenExpired = false, ...ofReset } = settings;
  const policy = offered(['security-answers']);
  const product = await withJo({
    document: {
      userConfigurations: [
        aUserConfiguration('everyone', {
          actions: { unlock: { ...policy, evenWhenExpired }, reset: { ...policy, ...ofReset } },
        }),
      ],
    },
  });
  const { key, person } = await started(product, 'jo');
  await offerAnswers(product, key, answersOf('jo'));
  const lastOf = async () => (await trailOf(product, person)).at(-1)?.happening;
  return { product, key, lastOf };
}

describe('what the settings of a user configuration keep back is judged at the bench, whatever a page has offered', () => {
  it('no unlock with an expired password, and the trail says why', async () => {
    const { product, key, lastOf } = await withSettings({});
    for (const expired of [{ passwordExpired: true }, { passwordExpired: false, mustChangePassword: true }]) {
      change(product, expired);
      expect(await repair(product, key, UNLOCK)).toMatchObject({
        kind: 'hindered',
        because: 'password-expired',
      });
      expect(await lastOf()).toEqual({
        kind: 'repair-refused',
        action: 'unlock',
        reason: 'password-expired',
      });
    }
    expect(product.script.asked()).toBe(0);
    expect(await repair(product, key, RESET, 'operation-2')).toMatchObject({ outcome: { result: 'done' } });
  });

  it('an unlock with an expired password where that is allowed, and the flow remembers what is left to do', async () => {
    const { product, key } = await withSettings({ evenWhenExpired: true });
    change(product, { passwordExpired: true });
    const repaired = await repair(product, key, UNLOCK);
    expect(repaired).toMatchObject({ outcome: { result: 'done' } });
    const stored = await product.ports.flows.find(key);
    expect(stored?.intent).toMatchObject({ passwordExpired: true });
    const { product: other, key: otherKey } = await withSettings({ evenWhenExpired: true });
    await repair(other, otherKey, UNLOCK);
    expect((await other.ports.flows.find(otherKey))?.intent).not.toHaveProperty('passwordExpired');
  });

  it('no reset while the account is locked; once it is unlocked the flow still can', async () => {
    const { product, key, lastOf } = await withSettings({ notWhileLocked: true });
    expect(await repair(product, key, RESET)).toMatchObject({
      kind: 'hindered',
      because: 'locked',
      until: NOW + 29 * MINUTE,
    });
    expect(await lastOf()).toEqual({ kind: 'repair-refused', action: 'reset', reason: 'locked' });
    expect(await beforeReset(product.ports, key)).toMatchObject({ kind: 'hindered', because: 'locked' });
    change(product, { locked: false });
    expect((await beforeReset(product.ports, key)).kind).toBe('ready');
    expect(await repair(product, key, RESET, 'operation-2')).toMatchObject({ outcome: { result: 'done' } });
  });

  it('no reset before the minimum age has passed, though the directory would take one', async () => {
    const { product, key } = await withSettings({ notBeforeMinimumAge: true });
    const day = 24 * 60 * MINUTE;
    product.script.rule({ minimumAgeMs: day });
    change(product, { passwordLastSet: filetime(NOW - day + 10 * MINUTE) });
    const until = NOW + 10 * MINUTE;
    expect(await repair(product, key, RESET)).toMatchObject({
      kind: 'hindered',
      because: 'minimum-age',
      until,
    });
    expect(await beforeReset(product.ports, key)).toMatchObject({ because: 'minimum-age', until });
    expect((await whereItStands(product.ports, key))?.actions).toEqual({
      unlock: { kind: 'met' },
      reset: { kind: 'hindered', because: 'minimum-age', until },
    });
    expect(product.script.asked()).toBe(0);
    product.clock.pass(10 * MINUTE);
    expect(await repair(product, key, RESET, 'operation-2')).toMatchObject({ outcome: { result: 'done' } });
  });
});

describe('a decoy', () => {
  it('is at no bench, even if all of it were proven', async () => {
    const product = await withJo();
    product.script.add(anAccount('bob'));
    const flow = await started(product, 'bob');
    const { key, person } = flow;
    const now = product.clock.now();
    await product.ports.flows.reserve(key, {
      method: 'email-code',
      now,
      perFlow: 9,
      perCode: 9,
      perMethod: 9,
      idleMs: MINUTE,
      absoluteMs: MINUTE,
      perPerson: {
        cap: 9,
        windowMs: MINUTE,
      },
    });
    await product.ports.flows.prove(flow, { method: 'security-answers', at: now }, now);
    // Of no user configuration: there is nothing that could be met.
    expect(await repair(product, key, UNLOCK)).toEqual({ kind: 'not-offered' });
    expect(await repair(product, key, RESET, 'operation-2')).toEqual({ kind: 'not-offered' });
    expect(person).not.toEqual(product.script.member('bob').account.person);
    expect(product.script.asked()).toBe(0);
  });

  it('of a privileged or blocked person never passes, though every secret of theirs is known', async () => {
    const product = aProduct();
    await enrolled(product, 'admin', { account: { groups: [sidOf(512)], ...LOCKED } });
    const { key } = await started(product, 'admin');
    expect((await offerAnswers(product, key, answersOf('admin'))).kind).toBe('wrong');
    expect((await repair(product, key, UNLOCK)).kind).toBe('not-proven');
  });
});

describe('before a reset', () => {
  it('a proven person is told the rules, and nothing is changed', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    expect(await beforeReset(product.ports, key)).toMatchObject({
      kind: 'ready',
      standard: { account: { username: 'jo' }, rules: { minimumLength: 10 } },
    });
    expect(product.script.asked()).toBe(0);
  });

  it('nobody else is told anything', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    expect(await beforeReset(product.ports, key)).toEqual({ kind: 'not-proven' });
    await offerAnswers(product, key, answersOf('jo'));
    expect(await beforeReset(product.ports, key)).toEqual({ kind: 'not-proven' });
    expect(await beforeReset(product.ports, 'no such key')).toMatchObject({ kind: 'closed', phase: 'gone' });
  });

  it('a proven person whose account cannot be helped is told why', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    change(product, { smartCardRequired: true });
    expect(await beforeReset(product.ports, key)).toMatchObject({ kind: 'obstacle', obstacle: 'smart-card' });
  });
});

describe('where a flow stands', () => {
  it('says nothing of the account before some policy is met', async () => {
    const product = await withJo();
    const { key } = await started(product, 'jo');
    await offerCode(product, key, await sentCode(product, key));
    expect(await whereItStands(product.ports, key)).not.toHaveProperty('account');
  });

  it('says how the account is once its owner is proven', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    change(product, { mustChangePassword: true });
    expect(await whereItStands(product.ports, key)).toMatchObject({
      phase: 'open',
      actions: { unlock: { kind: 'hindered', because: 'password-expired' }, reset: { kind: 'met' } },
      account: {
        username: 'jo',
        lock: { since: NOW - MINUTE, endsAt: NOW + 29 * MINUTE },
        password: { state: 'must-change', rules: { source: 'domain', minimumLength: 10 } },
      },
    });
    change(product, { disabled: true });
    expect(await whereItStands(product.ports, key)).toMatchObject({
      actions: {
        unlock: { kind: 'hindered', because: 'disabled' },
        reset: { kind: 'hindered', because: 'disabled' },
      },
      account: { obstacle: 'disabled' },
    });
  });

  it('says that an account is gone, and offers nothing for it', async () => {
    const product = await withJo();
    const { key, person } = await proven(product, 'jo');
    product.script.remove(person);
    expect(await whereItStands(product.ports, key)).toMatchObject({
      account: 'gone',
      actions: {
        unlock: { kind: 'hindered', because: 'gone' },
        reset: { kind: 'hindered', because: 'gone' },
      },
    });
  });

  it('asks nobody to prove more for what would not work, and offers nothing that is not offered', async () => {
    const strict = aUserConfiguration('strict', {
      actions: {
        unlock: offered(['security-answers']),
        reset: { ...offered(['security-answers', 'email-code']), notWhileLocked: true },
      },
    });
    const product = await withJo({ document: { userConfigurations: [strict] } });
    const { key } = await started(product, 'jo');
    await offerAnswers(product, key, answersOf('jo'));
    const actions = async () => (await whereItStands(product.ports, key))?.actions;
    expect(await actions()).toEqual({
      unlock: { kind: 'met' },
      reset: { kind: 'hindered', because: 'locked', until: NOW + 29 * MINUTE },
    });
    change(product, { locked: false });
    expect(await actions()).toMatchObject({ reset: { kind: 'missing', required: ['email-code'] } });
    await publish(product, {
      document: {
        userConfigurations: [{ ...strict, actions: { ...strict.actions, reset: notOffered } }],
      },
    });
    change(product, { disabled: true });
    expect(await actions()).toEqual({
      unlock: { kind: 'hindered', because: 'disabled' },
      reset: { kind: 'not-offered' },
    });
  });

  it('says nothing of the account any more when the flow is over', async () => {
    const product = await withJo();
    const { key } = await proven(product, 'jo');
    product.clock.pass(15 * MINUTE);
    const stands = await whereItStands(product.ports, key);
    expect(stands?.phase).toBe('expired');
    expect(stands).not.toHaveProperty('account');
  });

  it('is nowhere for a handle that opens nothing', async () => {
    expect(await whereItStands(aProduct().ports, 'no such key')).toBeUndefined();
  });
});
