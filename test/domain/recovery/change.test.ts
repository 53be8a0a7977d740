import { describe, expect, it } from 'vitest';
import { Failure } from '../../../domain/failure.ts';
import { changePassword, type ChangeRequest } from '../../../domain/recovery/change.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';
import { sweep } from '../../../domain/recovery/sweep.ts';
import { blockOf } from '../../support/configured.ts';
import { addressOf, enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, NOW, type Product } from '../../support/product.ts';
import { GOOD_PASSWORD, kindsOf, proven, repair, RESET, SOURCE, trailOf } from '../../support/recovering.ts';
import { anAccount, filetime, sidOf } from '../../support/scripted-account.ts';

const OLD = 'Correct-Horse-1';

async function withJo(account: Parameters<typeof enrolled>[2] = {}): Promise<Product> {
  const product = aProduct();
  await enrolled(product, 'jo', account);
  // What is in the trail already is older than what comes.
  product.clock.pass(1);
  return product;
}
const asked = (changes: Partial<ChangeRequest> & { readonly name?: string } = {}): ChangeRequest => ({
  claim: readClaim(changes.name ?? 'jo') ?? { kind: 'account-name', name: 'jo' },
  password: OLD,
  newPassword: GOOD_PASSWORD,
  operation: 'operation-1',
  source: SOURCE,
  language: 'en',
  ...changes,
});
const person = (product: Product) => product.script.member('jo').account.person;

describe('a change of a known password', () => {
  it('is made once, told to the trail before and after, and to every address', async () => {
    const product = await withJo();
    const changed = await changePassword(product.ports, asked());
    expect(changed).toMatchObject({ kind: 'settled', outcome: { action: 'change', result: 'done' } });
    expect(product.script.member('jo').password).toBe(GOOD_PASSWORD);
    expect(kindsOf(await trailOf(product, person(product))).slice(-2)).toEqual([
      'change-intended',
      'change-settled',
    ]);
    const [parcel] = await product.ports.outbox.due(product.clock.now(), 9);
    expect(parcel?.messages.map(({ letter }) => letter.kind)).toEqual(['password-changed']);
    const [to] = parcel?.messages[0]?.to ?? [];
    expect(to && (await product.ports.opener.open('address', to))).toBe(addressOf('jo'));
  });

  it.each([
    ['must be changed', { mustChangePassword: true, passwordLastSet: '0' }],
    ['has expired', { passwordExpired: true }],
  ] as const)('is made for somebody whose password %s', async (_what, account) => {
    const product = await withJo({ account });
    expect(await changePassword(product.ports, asked())).toMatchObject({ outcome: { result: 'done' } });
  });

  it('is refused alike for a wrong password, a stranger and an administrator, whatever the new one is', async () => {
    const product = await withJo();
    await enrolled(product, 'admin', { account: { groups: [sidOf(512)] } });
    for (const newPassword of [GOOD_PASSWORD, '', 'x'])
      for (const request of [
        asked({ password: 'wrong', newPassword }),
        asked({ name: 'nobody', newPassword }),
        asked({ name: 'admin', newPassword }),
      ])
        expect(await changePassword(product.ports, request)).toEqual({ kind: 'refused' });
    expect(product.script.asked()).toBe(0);
  });

  it('is refused to somebody blocked who knows the old one, with the reason, and never tried or written', async () => {
    const product = aProduct({ document: { blockList: [blockOf(anAccount('jo'))] } });
    await enrolled(product, 'jo', { account: { mustChangePassword: true } });
    expect(await changePassword(product.ports, asked({ password: 'wrong' }))).toEqual({ kind: 'refused' });
    expect(await changePassword(product.ports, asked({ newPassword: 'short' }))).toMatchObject({
      kind: 'obstacle',
      obstacle: 'not-offered',
    });
    expect(product.script.asked()).toBe(0);
    expect(await product.ports.flows.unsettled(Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
  });

  it('says what is wrong with the new password only to who knows the old one, and asks the directory for nothing', async () => {
    const product = await withJo();
    expect(await changePassword(product.ports, asked({ newPassword: 'short' }))).toMatchObject({
      kind: 'password-refused',
      problems: ['password-too-short', 'password-not-complex'],
    });
    product.script.rule({ minimumAgeMs: 60 * MINUTE });
    const member = product.script.member('jo');
    member.account = { ...member.account, passwordLastSet: filetime(NOW) };
    expect(await changePassword(product.ports, asked())).toMatchObject({
      problems: ['password-too-soon'],
      retryAt: NOW + 60 * MINUTE,
    });
    expect(product.script.asked()).toBe(0);
    expect(await product.ports.flows.unsettled(Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
  });

  it('waits for the minimum age to the millisecond, and not at all for somebody who must change', async () => {
    const product = await withJo({ account: { passwordLastSet: filetime(NOW) } });
    product.script.rule({ minimumAgeMs: 60 * MINUTE });
    product.clock.pass(NOW + 60 * MINUTE - 1 - product.clock.now());
    expect((await changePassword(product.ports, asked())).kind).toBe('password-refused');
    const member = product.script.member('jo');
    member.account = { ...member.account, mustChangePassword: true, passwordLastSet: '0' };
    expect(await changePassword(product.ports, asked())).toMatchObject({ outcome: { result: 'done' } });
    member.account = { ...member.account, passwordLastSet: filetime(NOW) };
    product.clock.pass(1);
    const next = { password: GOOD_PASSWORD, newPassword: 'Calm-Harbour-43', operation: 'operation-2' };
    expect(await changePassword(product.ports, asked(next))).toMatchObject({ outcome: { result: 'done' } });
  });

  it('to the same password is told as that, where any are remembered; else it is the directory’s to judge', async () => {
    const product = await withJo();
    expect(await changePassword(product.ports, asked({ newPassword: OLD }))).toMatchObject({
      kind: 'password-refused',
      problems: ['password-same'],
    });
    expect(product.script.asked()).toBe(0);
    product.script.rule({ historyLength: 0 });
    expect(await changePassword(product.ports, asked({ newPassword: OLD }))).toMatchObject({
      kind: 'settled',
    });
  });

  it('is refused for a word that the administrators have banned', async () => {
    const product = aProduct({ document: { passwords: { bannedWords: ['Harbour'] } } });
    await enrolled(product, 'jo');
    expect(await changePassword(product.ports, asked())).toMatchObject({
      problems: ['password-says-banned-word'],
    });
    expect(product.script.asked()).toBe(0);
  });

  it.each([
    ['disabled', { disabled: true }],
    ['account-expired', { accountExpired: true }],
    ['smart-card', { smartCardRequired: true }],
    ['cannot-change-password', { cannotChangePassword: true }],
  ] as const)(
    'is not made for an account that is %s, and its owner is told so',
    async (obstacle, account) => {
      const product = await withJo({ account });
      expect(await changePassword(product.ports, asked())).toMatchObject({ kind: 'obstacle', obstacle });
      expect(await changePassword(product.ports, asked({ password: 'wrong' }))).toEqual({ kind: 'refused' });
      expect(product.script.asked()).toBe(0);
    },
  );

  it('is not asked for when its intent cannot be written', async () => {
    const product = await withJo();
    const open = async () => {
      throw new Failure('store-unavailable', 'the central store did not open a flow');
    };
    const ports = { ...product.ports, flows: { ...product.ports.flows, open } };
    await expect(changePassword(ports, asked())).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(product.script.asked()).toBe(0);
  });

  it('that the directory refuses is told as refused', async () => {
    const product = await withJo();
    product.script.answer({ refuse: 'policy' });
    expect(await changePassword(product.ports, asked())).toMatchObject({
      kind: 'settled',
      outcome: { result: 'unchanged', reason: 'policy' },
    });
    expect(await product.ports.outbox.due(product.clock.now(), 9)).toEqual([]);
  });

  it('whose answer is lost is read back, told as done, and never repeated', async () => {
    const product = await withJo();
    product.script.answer('lose-answer');
    expect(await changePassword(product.ports, asked())).toMatchObject({ outcome: { result: 'done' } });
    expect(product.script.asked()).toBe(1);
    const [parcel] = await product.ports.outbox.due(product.clock.now(), 9);
    expect(parcel?.messages[0]?.letter.kind).toBe('password-changed');
  });

  it.each(['lose-request', 'do-and-die', 'die'] as const)(
    'of which nothing is to be seen (%s) is told as unsettled, and left to the sweeper',
    async (script) => {
      const product = await withJo();
      product.script.answer(script);
      expect((await changePassword(product.ports, asked())).kind).toBe('unsettled');
      expect(await product.ports.flows.unsettled(Number.MAX_SAFE_INTEGER, 9)).toHaveLength(1);
      expect(await product.ports.outbox.due(product.clock.now(), 9)).toEqual([]);
    },
  );

  it('whose outcome cannot be written is told as unsettled', async () => {
    const product = await withJo();
    const settle = async () => {
      throw new Failure('store-unavailable', 'the central store did not keep an outcome');
    };
    const ports = { ...product.ports, flows: { ...product.ports.flows, settle } };
    expect((await changePassword(ports, asked())).kind).toBe('unsettled');
  });

  it('waits while a recovery of the same person is not finished, and a recovery for it', async () => {
    const product = await withJo();
    const flow = await proven(product, 'jo');
    product.script.answer('lose-request');
    expect((await repair(product, flow.key, RESET)).kind).toBe('unsettled');
    product.script.answer('obey');
    const busy = await changePassword(product.ports, asked());
    if (busy.kind !== 'person-busy') throw new Error(busy.kind);
    expect((await trailOf(product, flow.person)).at(-1)).toMatchObject({
      reference: busy.reference,
      happening: { kind: 'repair-refused', action: 'change', reason: 'another-change-unfinished' },
    });
    expect(product.script.changes).toHaveLength(0);
    product.clock.pass(MINUTE);
    await sweep(product.ports);
    product.clock.pass(1);
    product.script.answer('lose-request');
    expect((await changePassword(product.ports, asked())).kind).toBe('unsettled');
    product.clock.pass(1);
    expect((await repair(product, flow.key, RESET, 'operation-2')).kind).toBe('person-busy');
    expect(product.script.changes).toHaveLength(0);
  });

  it('is made once when it is asked for 8 times at the same moment', async () => {
    const product = await withJo();
    product.script.rule({ lockoutThreshold: 0 });
    const all = await Promise.all(Array.from({ length: 8 }, () => changePassword(product.ports, asked())));
    expect(product.script.changes).toHaveLength(1);
    expect(all.filter((each) => each.kind === 'settled' && each.outcome.result === 'done')).toHaveLength(1);
  });

  it('leaves neither password in the store', async () => {
    const product = await withJo();
    await changePassword(product.ports, asked());
    const parcels = await product.ports.outbox.due(product.clock.now(), 9);
    const key = parcels[0]?.carrier.key ?? '';
    const flow = await product.ports.flows.find(key);
    const kept = JSON.stringify([flow, await trailOf(product, person(product))]);
    expect(flow?.state).toBe('done');
    for (const password of [OLD, GOOD_PASSWORD]) expect(kept).not.toContain(password);
  });
});
