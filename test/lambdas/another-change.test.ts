import { beforeEach, describe, expect, it } from 'vitest';
import { sweep } from '../../domain/recovery/sweep.ts';
import { aUserConfiguration, offered } from '../support/configured.ts';
import { answersOf, enrolled } from '../support/enrolled.ts';
import { frontDoor, jsonOf, type FrontDoor } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { formsOf, linksOf, pageVisitor } from '../support/page-visitor.ts';
import { aProduct, MINUTE, NOW } from '../support/product.ts';
import { GOOD_PASSWORD } from '../support/recovering.ts';
import { filetime } from '../support/scripted-account.ts';

const OLD = 'Correct-Horse-1';
const TITLE = 'Another change is not finished yet';
const KEY = { 'idempotency-key': 'operation-1' };
const CHANGE = { username: 'jo', currentPassword: OLD, newPassword: GOOD_PASSWORD };
const fields = Object.fromEntries(
  Object.entries(answersOf('jo')).map(([id, answer]) => [`answer.${id}`, answer]),
);

let door: FrontDoor;

/** Jo has lost the answer of a reset: nobody knows yet whether it was made. */
beforeEach(async () => {
  const policy = offered(['security-answers']);
  const all = aUserConfiguration('all', { actions: { unlock: policy, reset: policy } });
  const product = aProduct({ document: { userConfigurations: [all] } });
  await enrolled(product, 'jo', { account: { locked: true, lockoutTime: filetime(NOW - MINUTE) } });
  door = frontDoor(product);
  const lost = await provenClient();
  product.script.answer('lose-request');
  await lost.call('POST', '/api/recovery/reset', { newPassword: GOOD_PASSWORD }, KEY);
  product.script.answer('obey');
});

async function provenClient() {
  const client = jsonClient(door);
  await client.start('jo');
  await client.call('POST', '/api/recovery/proofs/security-answers', { answers: answersOf('jo') });
  return client;
}

async function provenVisitor() {
  const visitor = pageVisitor(door);
  await visitor.open('/recover');
  await visitor.send('/recover', { username: 'jo' });
  await visitor.open('/recover/security-answers');
  await visitor.send('/recover/security-answers', fields);
  return visitor;
}

/** The sweeper comes by. */
async function sweptLater() {
  door.product.clock.pass(MINUTE);
  await sweep(door.product.ports);
  door.product.clock.pass(1);
}

describe('while another change of the same account is not finished', () => {
  it.each([
    ['unlock', '/api/recovery/unlock', {}],
    ['reset', '/api/recovery/reset', { newPassword: GOOD_PASSWORD }],
  ])('JSON says so of an %s, that nothing was changed, and when to come back', async (_, path, body) => {
    const client = await provenClient();
    const refused = await client.call('POST', path, body, KEY);
    expect(refused).toMatchObject({ status: 409, headers: { 'retry-after': '60' } });
    expect(jsonOf(refused)).toMatchObject({
      code: 'another-change',
      changed: 'no',
      retryAfterSeconds: 60,
      reference: jsonOf(await client.call('GET', '/api/recovery'))['reference'],
    });
    await sweptLater();
    expect((await client.call('POST', path, body, KEY)).status).toBe(200);
  });

  it('the page says so, and leads back to where it can be tried again', async () => {
    const visitor = await provenVisitor();
    await visitor.open('/recover/reset');
    const busy = await visitor.send('/recover/reset', { newPassword: GOOD_PASSWORD });
    expect(busy).toMatchObject({ status: 409, headers: { 'retry-after': '60' } });
    expect(busy.body).toContain(TITLE);
    expect(linksOf(busy)).toContain(`${door.site.basePath}/recover/action`);
    const again = await visitor.open('/recover/action');
    expect(formsOf(again).map(({ action }) => action)).toContain(`${door.site.basePath}/recover/unlock`);
    expect((await visitor.send('/recover/unlock')).body).toContain(TITLE);
    await sweptLater();
    await visitor.open('/recover/reset');
    const done = await visitor.send('/recover/reset', { newPassword: GOOD_PASSWORD });
    expect(done.body).toContain('Your password has been changed');
  });

  it('a change of a known password waits likewise, as a page and as JSON', async () => {
    const member = door.product.script.member('jo');
    member.account = { ...member.account, locked: false, lockoutTime: '0' };
    const visitor = pageVisitor(door);
    await visitor.open('/password/change');
    const busy = await visitor.send('/password/change', CHANGE);
    expect(busy.status).toBe(409);
    expect(busy.body).toContain(TITLE);
    expect(linksOf(busy)).toContain(`${door.site.basePath}/password/change`);
    const refused = await jsonClient(door).call('POST', '/api/password/change', CHANGE, KEY);
    expect(refused).toMatchObject({ status: 409, headers: { 'retry-after': '60' } });
    expect(jsonOf(refused)).toMatchObject({ code: 'another-change', changed: 'no' });
    await sweptLater();
    const done = await jsonClient(door).call('POST', '/api/password/change', CHANGE, KEY);
    expect(done.status).toBe(200);
  });
});
