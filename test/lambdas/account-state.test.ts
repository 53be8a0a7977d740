import { describe, expect, it } from 'vitest';
import type { UserConfiguration } from '../../domain/policy/user-configuration.ts';
import type { Account } from '../../domain/ports/account.ts';
import { aUserConfiguration, offered } from '../support/configured.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { frontDoor, jsonOf, type FrontDoor } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { pageVisitor } from '../support/page-visitor.ts';
import { aProduct, MINUTE, NOW } from '../support/product.ts';
import { GOOD_PASSWORD } from '../support/recovering.ts';
import { filetime, sidOf } from '../support/scripted-account.ts';

const DAY = 24 * 60 * MINUTE;
const LOCKED = { locked: true, lockoutTime: filetime(NOW - MINUTE) };
const KEY = { 'idempotency-key': 'operation-1' };
const iso = (at: number) => new Date(at).toISOString();
const fields = Object.fromEntries(
  Object.entries(answersOf('jo')).map(([id, answer]) => [`answer.${id}`, answer]),
);

/** Jo, whose answers prove either action, under these settings. */
async function aDoor(
  account: Partial<Account>,
  settings: Partial<UserConfiguration['actions']['unlock'] & UserConfiguration['actions']['reset']> = {},
): Promise<FrontDoor> {
  const { evenWhenExpired = false, ...ofReset } = settings;
  const policy = offered(['security-answers']);
  const actions = { unlock: { ...policy, evenWhenExpired }, reset: { ...policy, ...ofReset } };
  const product = aProduct({ document: { userConfigurations: [aUserConfiguration('all', { actions })] } });
  await enrolled(product, 'jo', { account });
  return frontDoor(product);
}

async function provenClient(door: FrontDoor) {
  const client = jsonClient(door);
  await client.start('jo');
  await client.call('POST', '/api/recovery/proofs/security-answers', { answers: answersOf('jo') });
  return client;
}

async function provenVisitor(door: FrontDoor) {
  const visitor = pageVisitor(door);
  await visitor.open('/recover');
  await visitor.send('/recover', { username: 'jo' });
  await visitor.open('/recover/security-answers');
  const page = await visitor.send('/recover/security-answers', fields);
  return { visitor, page: page.body };
}

describe('once somebody is proven, GET /api/recovery', () => {
  it('tells all there is to know of the account, and the policy in force', async () => {
    const door = await aDoor({
      ...LOCKED,
      passwordExpiresAt: NOW + 3 * DAY,
      accountExpiresAt: NOW + 5 * DAY,
      outsideLogonHours: true,
      passwordLastSet: filetime(NOW - MINUTE),
    });
    door.product.script.rule({ source: 'PSO-Strict', minimumAgeMs: DAY, minimumLength: 14 });
    const client = await provenClient(door);
    const told = jsonOf(await client.call('GET', '/api/recovery'));
    expect(told).toMatchObject({
      actions: { unlock: { allowed: true }, reset: { allowed: true } },
      account: {
        username: 'jo',
        locked: true,
        lockedSince: iso(NOW - MINUTE),
        lockEndsAt: iso(NOW + 29 * MINUTE),
        password: {
          state: 'expires-soon',
          expiresAt: iso(NOW + 3 * DAY),
          changeableFrom: iso(NOW - MINUTE + DAY),
          rules: { from: 'fine-grained', certain: true, minimumLength: 14, minimumAgeMs: DAY },
        },
        expiresAt: iso(NOW + 5 * DAY),
        outsideLogonHours: true,
      },
    });
    expect(JSON.stringify(told)).not.toContain('PSO-Strict');
  });

  it('tells nothing of it before', async () => {
    const door = await aDoor(LOCKED);
    const client = jsonClient(door);
    await client.start('jo');
    expect(jsonOf(await client.call('GET', '/api/recovery'))).not.toHaveProperty('account');
  });

  it('tells why an action would not work now, and the action says the same', async () => {
    const door = await aDoor(
      { ...LOCKED, passwordExpired: true, passwordLastSet: filetime(NOW - MINUTE) },
      { notWhileLocked: true, notBeforeMinimumAge: true },
    );
    door.product.script.rule({ minimumAgeMs: DAY });
    const client = await provenClient(door);
    const until = iso(NOW + 29 * MINUTE);
    expect(jsonOf(await client.call('GET', '/api/recovery'))).toMatchObject({
      actions: {
        unlock: { allowed: false, because: 'password-expired' },
        reset: { allowed: false, because: 'locked', until },
      },
    });
    const unlock = await client.call('POST', '/api/recovery/unlock', {}, KEY);
    expect([unlock.status, jsonOf(unlock)]).toMatchObject([
      409,
      { code: 'not-now-password-expired', changed: 'no' },
    ]);
    const reset = () => client.call('POST', '/api/recovery/reset', { newPassword: GOOD_PASSWORD }, KEY);
    expect(jsonOf(await reset())).toMatchObject({ code: 'not-now-locked', changed: 'no', until });
    const jo = door.product.script.member('jo');
    jo.account = { ...jo.account, locked: false };
    expect(jsonOf(await reset())).toMatchObject({
      code: 'not-now-minimum-age',
      until: iso(NOW - MINUTE + DAY),
    });
    expect(door.product.script.asked()).toBe(0);
    expect(door.counted).toContain(JSON.stringify(['RepairRefused', { obstacle: 'minimum-age' }]));
  });

  it('says so with an unlock that leaves an expired password', async () => {
    const door = await aDoor({ ...LOCKED, mustChangePassword: true }, { evenWhenExpired: true });
    const client = await provenClient(door);
    expect(jsonOf(await client.call('POST', '/api/recovery/unlock', {}, KEY))).toMatchObject({
      result: 'done',
      passwordExpired: true,
    });
  });
});

describe('once somebody is proven, the pages', () => {
  it('offer no unlock that would not help, say why, and hold to it when one is asked for anyway', async () => {
    const door = await aDoor({ ...LOCKED, passwordExpired: false });
    const { visitor, page } = await provenVisitor(door);
    expect(page).toContain('/recover/unlock');
    // It expires while they look at the page.
    const jo = door.product.script.member('jo');
    jo.account = { ...jo.account, passwordExpired: true };
    const refused = await visitor.send('/recover/unlock');
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('Unlocking alone would not let you sign in');
    expect(refused.body).toContain('href="/recover/action"');
    const again = (await visitor.open('/recover/action')).body;
    expect(again).not.toContain('/recover/unlock');
    expect(again).toContain('Unlocking alone would not let you sign in');
    expect(again).toContain('href="/recover/reset"');
  });

  it('say when a reset is possible again, and lead to no form before', async () => {
    const door = await aDoor(
      { ...LOCKED, passwordLastSet: filetime(NOW - MINUTE) },
      { notBeforeMinimumAge: true },
    );
    door.product.script.rule({ minimumAgeMs: DAY });
    const { visitor, page } = await provenVisitor(door);
    const when = `<time datetime="${iso(NOW - MINUTE + DAY)}"`;
    expect(page).toContain(when);
    expect(page).not.toContain('/recover/reset');
    const form = await visitor.open('/recover/reset');
    expect(form.body).toContain(when);
    expect(form.body).not.toContain('newPassword');
  });

  it('say that the password is expired too once the account is unlocked', async () => {
    const door = await aDoor({ ...LOCKED, passwordExpired: true }, { evenWhenExpired: true });
    const { visitor } = await provenVisitor(door);
    const done = await visitor.send('/recover/unlock');
    expect(done.body).toContain('Your account is unlocked');
    expect(done.body).toContain('Your password still has to be changed');
  });

  it('say when an account expired', async () => {
    const door = await aDoor({ accountExpired: true, accountExpiresAt: NOW - DAY });
    const { page } = await provenVisitor(door);
    expect(page).toContain('Your account has expired');
    expect(page).toContain(`<time datetime="${iso(NOW - DAY)}"`);
  });
});

describe('an attempt on a privileged account', () => {
  const PRIVILEGED = JSON.stringify(['PrivilegedAttempt', undefined]);
  const attempts = ({ counted }: FrontDoor) => counted.filter((one) => one === PRIVILEGED).length;

  it('is counted at the start, and its source is in the journal', async () => {
    const door = await aDoor({ groups: [sidOf(512)] });
    await jsonClient(door).start('jo');
    expect(attempts(door)).toBe(1);
    expect(door.lines.filter((line) => line.includes('"attempt":"privileged"'))).toHaveLength(1);
    await jsonClient(door).start('nobody');
    expect(attempts(door)).toBe(1);
  });

  it('is counted when it became one after proof: where it is looked at, and at the change', async () => {
    const door = await aDoor(LOCKED);
    const client = await provenClient(door);
    const jo = door.product.script.member('jo');
    jo.account = { ...jo.account, formerSids: ['S-1-5-21-7-8-9-512'] };
    expect(jsonOf(await client.call('GET', '/api/recovery'))).toMatchObject({
      actions: { unlock: { because: 'protected' } },
      account: { obstacle: 'protected' },
    });
    expect(attempts(door)).toBe(1);
    const unlock = await client.call('POST', '/api/recovery/unlock', {}, KEY);
    expect(jsonOf(unlock)).toMatchObject({ code: 'account-protected', changed: 'no' });
    expect(unlock.body).not.toContain('privileged');
    expect(attempts(door)).toBe(2);
  });

  it('is not what being out of scope or blocked is counted as', async () => {
    const door = await aDoor(LOCKED);
    const client = await provenClient(door);
    const jo = door.product.script.member('jo');
    jo.account = { ...jo.account, distinguishedName: 'CN=jo,DC=elsewhere' };
    expect(jsonOf(await client.call('POST', '/api/recovery/unlock', {}, KEY))).toMatchObject({
      code: 'account-protected',
    });
    expect(attempts(door)).toBe(0);
    expect(door.counted).toContain(JSON.stringify(['RepairRefused', { obstacle: 'protected' }]));
  });

  it('is counted once for a page that tells of it', async () => {
    const door = await aDoor(LOCKED);
    const { visitor } = await provenVisitor(door);
    const jo = door.product.script.member('jo');
    jo.account = { ...jo.account, adminCount: true };
    expect((await visitor.open('/recover/action')).body).toContain('specially protected');
    expect(attempts(door)).toBe(1);
    await visitor.open('/recover/reset');
    expect(attempts(door)).toBe(2);
  });
});
