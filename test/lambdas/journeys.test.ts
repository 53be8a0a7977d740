import { describe, expect, it } from 'vitest';
import { sendDue } from '../../domain/messages/send-due.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { frontDoor, jsonOf, type FrontDoor } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { linksOf, pageVisitor, type PageVisitor } from '../support/page-visitor.ts';
import { aProduct, MINUTE, NOW, type Product } from '../support/product.ts';
import { GOOD_PASSWORD } from '../support/recovering.ts';
import { anAccount, filetime } from '../support/scripted-account.ts';

const LOCKED = { locked: true, lockoutTime: filetime(NOW - MINUTE) };
const OLD = 'Correct-Horse-1';

async function aDoor(place: Parameters<typeof frontDoor>[1] = {}): Promise<FrontDoor> {
  const product = aProduct();
  await enrolled(product, 'jo', { account: LOCKED });
  return frontDoor(product, place);
}
async function mailedCode({ ports, mailbox }: Product): Promise<string> {
  await sendDue(ports);
  return /\b\d{8}\b/.exec(mailbox.at(-1)?.text ?? '')?.[0] ?? '';
}
/** Every link, form and redirect that was seen stays on this site, under its base path. */
function expectInside({ seen }: PageVisitor, basePath: string): void {
  const links = seen
    .flatMap((answer) => linksOf(answer))
    .filter((link) => !/^(tel|mailto):|^#|^data:,$/.test(link));
  expect(links.length).toBeGreaterThan(30);
  for (const link of links)
    expect(link.startsWith(`${basePath}/`) && !link.startsWith('//'), link).toBe(true);
}
const fieldsOf = (who: string) =>
  Object.fromEntries(Object.entries(answersOf(who)).map(([id, answer]) => [`answer.${id}`, answer]));

describe.each([
  ['at the root', ''],
  ['behind a stage', '/prod'],
])('somebody with a browser, %s,', (_where, basePath) => {
  it('recovers from a typed name to a new password', async () => {
    const door = await aDoor({ basePath });
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'jo' });
    await visitor.send('/recover/email-code/send');
    await visitor.send('/recover/email-code', { code: await mailedCode(door.product) });
    await visitor.open('/recover/security-answers');
    const action = await visitor.send('/recover/security-answers', fieldsOf('jo'));
    expect(action.status).toBe(200);
    await visitor.open('/recover/reset');
    const done = await visitor.send('/recover/reset', { newPassword: GOOD_PASSWORD });
    expect(done.status).toBe(200);
    expect(door.product.script.member('jo').password).toBe(GOOD_PASSWORD);
    expect(door.product.script.member('jo').account.locked).toBe(false);
    for (const path of ['/recover/methods', '/recover/action', '/recover/reset'])
      expect((await visitor.open(path)).body).toBe(done.body);
    expect(visitor.seen.every(({ status }) => status === 200 || status === 303)).toBe(true);
    expectInside(visitor, basePath);
  });

  it('unlocks, enrolls, changes the password and signs out', async () => {
    const door = await aDoor({ basePath });
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'jo' });
    await visitor.open('/recover/security-answers');
    await visitor.send('/recover/security-answers', fieldsOf('jo'));
    await visitor.send('/recover/unlock');
    expect(door.product.script.member('jo').account.locked).toBe(false);

    door.product.script.add(anAccount('newcomer'), OLD);
    await visitor.open('/enroll');
    await visitor.send('/enroll/sign-in', { username: 'newcomer', password: OLD });
    await visitor.open('/enroll/security-answers');
    await visitor.send('/enroll/security-answers', fieldsOf('velvet'));
    await visitor.open('/enroll/email-code');
    await visitor.send('/enroll/email-code', { address: 'newcomer@home.example' });
    const enrolledPage = await visitor.send('/enroll/email-code/confirm', {
      code: await mailedCode(door.product),
    });
    expect(enrolledPage.status).toBe(200);
    await visitor.open('/enroll/methods');
    await visitor.open('/enroll/email-code/remove');
    await visitor.send('/enroll/email-code/remove', { currentPassword: OLD });
    await visitor.open('/password/change');
    await visitor.send('/password/change', {
      username: 'newcomer',
      currentPassword: OLD,
      newPassword: GOOD_PASSWORD,
    });
    expect(door.product.script.member('newcomer').password).toBe(GOOD_PASSWORD);
    await visitor.open('/enroll/methods');
    await visitor.send('/enroll/sign-out');
    expect(visitor.jar.has('__Host-latchkey-session')).toBe(false);
    expect(visitor.seen.every(({ status }) => status === 200 || status === 303)).toBe(true);

    expectInside(visitor, basePath);
  });
});

describe.each(['', '/prod'])('every page that says no, under %j,', (basePath) => {
  it('leads on within the site', async () => {
    const door = await aDoor({ basePath });
    const visitor = pageVisitor(door);
    const statuses: number[] = [];
    const visit = async (answer: Promise<{ status: number }>) => statuses.push((await answer).status);
    await visit(visitor.open('/nothing'));
    await visit(visitor.open('/recover/methods'));
    await visit(visitor.post('/recover', { username: 'jo' }));
    await visitor.open('/recover');
    await visit(visitor.send('/recover', { username: ' ' }));
    await visitor.send('/recover', { username: 'jo' });
    await visit(visitor.post('/recover', { username: 'jo' }, { 'content-type': 'text/plain' }));
    await visitor.open('/recover/email-code');
    await visit(visitor.send('/recover/email-code', { code: 'x' }));
    for (let i = 0; i < 5; i += 1) {
      await visitor.open('/recover/email-code');
      if (visitor.seen.at(-1)?.status === 200)
        await visit(visitor.send('/recover/email-code', { code: '00000000' }));
    }
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'jo' });
    await visitor.open('/recover/security-answers');
    await visitor.send('/recover/security-answers', fieldsOf('jo'));
    const member = door.product.script.member('jo');
    member.account = { ...member.account, disabled: true };
    await visit(visitor.open('/recover/action'));
    door.product.script.down(true);
    await visit(visitor.open('/recover/action'));
    expect(new Set(statuses)).toEqual(new Set([404, 410, 403, 422, 415, 200, 503]));
    expectInside(visitor, basePath);
  });
});

describe('somebody who speaks JSON', () => {
  it('recovers from a typed name to a new password', async () => {
    const door = await aDoor();
    const client = jsonClient(door);
    expect(jsonOf(await client.start('jo'))).toMatchObject({
      state: 'open',
      methods: [
        { method: 'security-answers', proven: false },
        { method: 'email-code', proven: false, digits: 8 },
      ],
      actions: { unlock: { allowed: false }, reset: { allowed: false } },
    });
    expect((await client.call('POST', '/api/recovery/proofs/email-code/send', {})).status).toBe(202);
    const code = await mailedCode(door.product);
    expect((await client.call('POST', '/api/recovery/proofs/email-code', { code })).status).toBe(200);
    const proof = await client.call('POST', '/api/recovery/proofs/security-answers', {
      answers: answersOf('jo'),
    });
    expect(jsonOf(proof)).toMatchObject({ actions: { unlock: { allowed: true }, reset: { allowed: true } } });
    expect(jsonOf(await client.call('GET', '/api/recovery'))).toMatchObject({
      account: { username: 'jo', locked: true },
    });
    const key = { 'idempotency-key': 'operation-1' };
    const reset = await client.call('POST', '/api/recovery/reset', { newPassword: GOOD_PASSWORD }, key);
    expect(reset.status).toBe(200);
    expect(jsonOf(reset)).toMatchObject({ action: 'reset', result: 'done' });
    expect(await client.call('POST', '/api/recovery/reset', { newPassword: GOOD_PASSWORD }, key)).toEqual(
      reset,
    );
    expect(door.product.script.asked()).toBe(1);
    expect(jsonOf(await client.call('GET', '/api/recovery'))).toMatchObject({
      state: 'done',
      outcome: { action: 'reset', result: 'done' },
    });
  });

  it('has a code sent with the start when they ask for it', async () => {
    const door = await aDoor();
    const client = jsonClient(door);
    await client.start('jo', { send: 'email-code' });
    const code = await mailedCode(door.product);
    expect((await client.call('POST', '/api/recovery/proofs/email-code', { code })).status).toBe(200);
  });

  it('enrolls, changes the password and signs out', async () => {
    const door = await aDoor();
    door.product.script.add(anAccount('newcomer'), OLD);
    const client = jsonClient(door);
    expect((await client.signIn('newcomer', OLD)).status).toBe(201);
    const put = (method: string, body: object) => client.call('PUT', `/api/enrollment/${method}`, body);
    expect((await put('security-answers', { answers: answersOf('velvet') })).status).toBe(200);
    expect((await put('email-code', { address: 'newcomer@home.example' })).status).toBe(202);
    expect(jsonOf(await put('email-code', { code: await mailedCode(door.product) }))).toMatchObject({
      enough: true,
    });
    expect((await client.call('DELETE', '/api/enrollment/email-code', { password: OLD })).status).toBe(200);
    expect(jsonOf(await client.call('GET', '/api/enrollment'))).toMatchObject({ enough: true });
    const change = { username: 'newcomer', currentPassword: OLD, newPassword: GOOD_PASSWORD };
    const changed = await client.call('POST', '/api/password/change', change, {
      'idempotency-key': 'operation-1',
    });
    expect(jsonOf(changed)).toMatchObject({ action: 'change', result: 'done' });
    expect((await client.call('DELETE', '/api/enrollment/session')).status).toBe(200);
    expect(jsonOf(await client.call('GET', '/api/enrollment'))).toMatchObject({ code: 'session-gone' });
  });
});
