import { describe, expect, it } from 'vitest';
import { sendDue } from '../../domain/messages/send-due.ts';
import { sweep } from '../../domain/recovery/sweep.ts';
import type { SentPassword } from '../../domain/policy/user-configuration.ts';
import { secretsIn } from '../support/canaries.ts';
import { addressOf, answersOf, enrolled } from '../support/enrolled.ts';
import { type FrontDoor, frontDoor, jsonOf } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { formsOf, pageVisitor } from '../support/page-visitor.ts';
import { aProduct, MINUTE } from '../support/product.ts';
import { GOOD_PASSWORD, trailOf } from '../support/recovering.ts';
import { NUMBER, sendingPasswords } from '../support/sent-passwords.ts';

const fields = Object.fromEntries(
  Object.entries(answersOf('jo')).map(([id, answer]) => [`answer.${id}`, answer]),
);
const key = (n: number) => ({ 'idempotency-key': `operation-${String(n)}` });

/** A door behind which passwords are sent by that way, and jo, who has an address and a number. */
async function aDoor(
  by: SentPassword['by'],
  required: Parameters<typeof sendingPasswords>[1] = ['security-answers'],
) {
  const product = aProduct(sendingPasswords(by, required));
  await enrolled(product, 'jo', { phones: [NUMBER] });
  return { product, door: frontDoor(product) };
}

async function provenInJson(door: FrontDoor) {
  const client = jsonClient(door);
  await client.start('jo');
  await client.call('POST', '/api/recovery/proofs/security-answers', { answers: answersOf('jo') });
  return client;
}

describe('the page of a password that is sent', () => {
  it('says what will happen and by what way, asks for nothing, and changes nothing by being looked at', async () => {
    const { product, door } = await aDoor('both');
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'jo' });
    await visitor.open('/recover/security-answers');
    await visitor.send('/recover/security-answers', fields);
    const page = await visitor.open('/recover/reset?suggest=yes');
    expect(page.body).toContain('Send me a new password');
    expect(page.body).toContain('sent by e-mail and by text message');
    expect(page.body).not.toMatch(/type="password"|name="newPassword"|home\.example\.net|7400/);
    expect(formsOf(page).map(({ action }) => action)).toEqual([`${door.site.basePath}/recover/reset`]);
    expect(product.script.changes).toEqual([]);

    const done = await visitor.send('/recover/reset');
    expect(done.body).toContain('A new password is on its way to you');
    await sendDue(product.ports);
    const { password } = product.script.member('jo');
    expect(product.mailbox.filter(({ text }) => text.includes(password)).map(({ to }) => to)).toEqual([
      addressOf('jo'),
      NUMBER,
    ]);
    expect(product.mailbox.every(({ subject }) => !subject.includes(password))).toBe(true);
    expect(visitor.seen.map(({ body }) => body).join()).not.toContain(password);
  });

  it('says whom to call when there is no way to send it by', async () => {
    const { product, door } = await aDoor('email', ['email-code']);
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'jo' });
    await visitor.send('/recover/email-code/send');
    await sendDue(product.ports);
    const code = /\b\d{8}\b/.exec(product.mailbox.at(-1)?.text ?? '')?.[0] ?? '';
    await visitor.send('/recover/email-code', { code });
    const { body } = await visitor.open('/recover/reset');
    expect(body).toContain('A new password can’t be sent to you here');
    expect(body).toContain('Nothing has been changed. Call the help desk');

    const client = jsonClient(door);
    await client.start('jo', { send: 'email-code' });
    await sendDue(product.ports);
    const again = /\b\d{8}\b/.exec(product.mailbox.at(-1)?.text ?? '')?.[0] ?? '';
    await client.call('POST', '/api/recovery/proofs/email-code', { code: again });
    const refused = await client.call('POST', '/api/recovery/reset', {}, key(1));
    expect([refused.status, jsonOf(refused)]).toEqual([
      409,
      expect.objectContaining({ code: 'no-way-for-password', changed: 'no' }),
    ]);
    expect(product.script.changes).toEqual([]);
  });
});

describe('a password that is sent, asked for in JSON', () => {
  it('is asked for by an empty body, and the answer says that it was sent', async () => {
    const { product, door } = await aDoor('sms-first');
    const client = await provenInJson(door);
    const typed = await client.call('POST', '/api/recovery/reset', { newPassword: GOOD_PASSWORD }, key(1));
    expect([typed.status, jsonOf(typed)['code']]).toEqual([422, 'password-is-sent']);
    const sent = await client.call('POST', '/api/recovery/reset', {}, key(2));
    expect([sent.status, jsonOf(sent)]).toEqual([
      200,
      expect.objectContaining({ result: 'done', passwordSent: true }),
    ]);
    expect(product.script.member('jo').account.mustChangePassword).toBe(true);
    const signedIn = await jsonClient(door).signIn('jo', product.script.member('jo').password);
    expect(jsonOf(signedIn)['code']).toMatch(/must-change/);
  });

  it('is told from one that people set themselves by nothing before proof, whatever the body', async () => {
    const told = [];
    for (const accepted of [true, false]) {
      const product = aProduct(sendingPasswords('email', undefined, { accepted }));
      await enrolled(product, 'jo', { phones: [NUMBER] });
      const door = frontDoor(product);
      for (const name of ['jo', 'nobody'])
        for (const body of [{}, { newPassword: GOOD_PASSWORD }]) {
          const client = jsonClient(door);
          await client.start(name);
          const { status, body: text } = await client.call('POST', '/api/recovery/reset', body, key(1));
          told.push([status, text.replace(/"reference":"[^"]*"/, '')]);
        }
    }
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('is in nothing but the directory and the message: no log, no answer, no trail, no row once it is sent', async () => {
    const { product, door } = await aDoor('email');
    const client = await provenInJson(door);
    product.script.answer('do-and-die');
    const answers = [await client.call('POST', '/api/recovery/reset', {}, key(1))];
    const { password, account } = product.script.member('jo');
    product.script.down(false);
    const executing = await product.ports.flows.unsettled(Number.MAX_SAFE_INTEGER, 5);
    product.clock.pass(MINUTE);
    await sweep(product.ports);
    answers.push(await client.call('GET', '/api/recovery'));
    await sendDue(product.ports);
    const [flow] = executing;
    const kept = await product.ports.flows.find(flow?.key ?? '');
    const events = await trailOf(product, account.person);
    const everything = JSON.stringify([executing, kept, events, answers, door.lines, door.counted]);
    expect(secretsIn(everything, { password })).toEqual([]);
    expect(JSON.stringify(executing)).toContain('new-password');
    expect(JSON.stringify(kept)).not.toContain('new-password');
    expect(product.mailbox.filter(({ text }) => text.includes(password))).toHaveLength(1);
  });
});
