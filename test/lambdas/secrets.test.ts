import { describe, expect, it } from 'vitest';
import { sendDue } from '../../domain/messages/send-due.ts';
import { answersOf, addressOf, enrolled } from '../support/enrolled.ts';
import { frontDoor, type FrontDoor } from '../support/front-door.ts';
import { jsonClient } from '../support/json-client.ts';
import { pageVisitor } from '../support/page-visitor.ts';
import { aProduct } from '../support/product.ts';
import { secretsIn } from '../support/canaries.ts';

const SECRETS = {
  'the present password': 'Canary "Old" Pässword/1+&',
  'the new password': 'Canary "New" Pässword/2+&',
  'a refused password': 'canary',
  'a wrong password': 'Canary-Wrong-Password-3',
  'an address': addressOf('jo'),
  ...answersOf('jo'),
};

async function aDoor(): Promise<FrontDoor> {
  const product = aProduct();
  await enrolled(product, 'jo');
  product.script.member('jo').password = SECRETS['the present password'];
  return frontDoor(product);
}

/** Every journey there is, right and wrong, with all secrets; answers the secrets that came to be on the way. */
async function everyJourney(door: FrontDoor): Promise<Record<string, string>> {
  const { product } = door;
  const { 'the present password': old, 'the new password': next, 'a refused password': refused } = SECRETS;
  const client = jsonClient(door);
  const key = (n: number) => ({ 'idempotency-key': `operation-${String(n)}` });
  await client.start('jo', { send: 'email-code' });
  const handle = client.handle();
  await sendDue(product.ports);
  const code = /\b\d{8}\b/.exec(product.mailbox.at(-1)?.text ?? '')?.[0] ?? '';
  await client.call('POST', '/api/recovery/proofs/security-answers', {
    answers: { ...answersOf('jo'), 'first-teacher': 'somebody else' },
  });
  await client.call('POST', '/api/recovery/proofs/email-code', { code });
  await client.call('POST', '/api/recovery/proofs/security-answers', { answers: answersOf('jo') });
  await client.call('POST', '/api/recovery/reset', { newPassword: refused }, key(1));
  product.script.answer({ refuse: 'policy' });
  await client.call('POST', '/api/recovery/reset', { newPassword: next }, key(2));
  product.script.answer('break-after');
  await client.call('POST', '/api/recovery/reset', { newPassword: next }, key(3));
  product.script.answer('obey');
  // What is wrong with a request must not get into a log either.
  await door.ask({
    method: 'POST',
    path: '/api/recovery/reset',
    body: `{"newPassword":"${next}`,
    headers: {},
  });
  await client.call('POST', '/api/recovery/reset', { newPassword: next, [next.slice(0, 20)]: old }, key(4));
  await client.call('POST', '/api/recovery/reset', { newPassword: [next] }, key(5));

  const person = jsonClient(door);
  await person.signIn('jo', SECRETS['a wrong password']);
  product.script.member('jo').password = old;
  await person.signIn('jo', old);
  await person.call('PUT', '/api/enrollment/security-answers', { answers: answersOf('jo') });
  await person.call('PUT', '/api/enrollment/email-code', { address: addressOf('jo') });
  const change = { username: 'jo', currentPassword: old, newPassword: next };
  await person.call('POST', '/api/password/change', { ...change, newPassword: refused }, key(6));

  const visitor = pageVisitor(door);
  await visitor.open('/password/change');
  await visitor.send('/password/change', { ...change, currentPassword: SECRETS['a wrong password'] });
  product.script.down(true);
  await visitor.open('/password/change');
  await visitor.send('/password/change', change);
  product.script.down(false);
  product.hasher.breakNext(1);
  const broken = jsonClient(door);
  await broken.start('jo');
  await broken.call('POST', '/api/recovery/proofs/security-answers', { answers: answersOf('jo') });
  return {
    code,
    handle,
    'a session': person.handle(),
    'a cookie': visitor.jar.get('__Host-latchkey-visit') ?? '',
  };
}

describe('the journal and the metrics', () => {
  it('hold no password, answer, code, address or handle, whatever went wrong', async () => {
    const door = await aDoor();
    const made = await everyJourney(door);
    for (const secret of Object.values(made)) expect(secret.length).toBeGreaterThan(7);
    expect(door.lines.length).toBeGreaterThan(20);
    expect(door.lines.join('\n')).toContain('service problem');
    expect(secretsIn([...door.lines, ...door.counted].join('\n'), { ...SECRETS, ...made })).toEqual([]);
  });
});

describe('no answer', () => {
  it('gives back a password or an answer that was sent', async () => {
    const door = await aDoor();
    const bodies: string[] = [];
    const ask = door.ask.bind(door);
    await everyJourney({
      ...door,
      ask: async (asked) => {
        const answer = await ask(asked);
        bodies.push(answer.body, JSON.stringify(answer.headers));
        return answer;
      },
    });
    const { 'an address': _shown, ...secrets } = SECRETS;
    expect(secretsIn(bodies.join('\n'), secrets)).toEqual([]);
  });
});

describe('the search for secrets', () => {
  const secret = { it: 'Canary "New" Pässword/2+&' };
  it.each([
    ['as it is', secret.it],
    ['in JSON', JSON.stringify({ secret: secret.it })],
    ['in JSON within JSON', JSON.stringify({ line: secret.it })],
    ['in base64', Buffer.from(secret.it).toString('base64')],
    ['in base64 behind one byte', Buffer.from(`x${secret.it}y`).toString('base64')],
    ['in base64 behind two bytes', Buffer.from(`xx${secret.it}y`).toString('base64')],
    ['in base64url', Buffer.from(secret.it).toString('base64url')],
    ['in hex', Buffer.from(secret.it).toString('hex')],
    ['in a form', new URLSearchParams({ x: secret.it }).toString()],
    ['in a link', encodeURIComponent(secret.it)],
    ['as the directory takes it', Buffer.from(secret.it, 'utf16le').toString('base64')],
    ['backwards', Array.from(secret.it).toReversed().join('')],
  ])('finds one %s', (_how, text) => {
    expect(secretsIn(`before ${text} after`, secret)).toEqual(['it']);
  });
  it('finds none where there is none', () => {
    expect(secretsIn('answered POST /api/recovery 200', secret)).toEqual([]);
  });
});
