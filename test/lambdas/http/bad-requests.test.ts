import { describe, expect, it } from 'vitest';
import type { BadRequestCode } from '../../../lambdas/http/bad-request.ts';
import { formToken } from '../../../lambdas/http/forgery.ts';
import { handleKey } from '../../../adapters/system/random.ts';
import type { Asked } from '../../support/asked-event.ts';
import { answersOf, enrolled } from '../../support/enrolled.ts';
import { frontDoor, jsonOf, ORIGIN, type FrontDoor } from '../../support/front-door.ts';
import { jsonClient } from '../../support/json-client.ts';
import { aProduct } from '../../support/product.ts';
import { GOOD_PASSWORD } from '../../support/recovering.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (path: string, body: Asked['body'], headers: Record<string, string> = JSON_TYPE): Asked => ({
  method: 'POST',
  path,
  headers,
  ...(body !== undefined && { body }),
});
const VISIT = 'v'.repeat(22);
const form = (path: string, body: string, origin = ORIGIN): Asked =>
  post(path, body, {
    cookie: `__Host-latchkey-visit=${VISIT}`,
    origin,
    'content-type': 'application/x-www-form-urlencoded',
  });
const token = formToken(VISIT);

/** One request for each thing that can be wrong with one; with a session's handle where `$SESSION` stands. */
const REACHED: Readonly<Record<BadRequestCode, readonly [number, Asked]>> = {
  'route-unknown': [404, { method: 'GET', path: '/nothing' }],
  'body-too-large': [413, post('/api/recovery', 'x'.repeat(16_385))],
  'body-not-utf8': [400, post('/api/recovery', Buffer.from([0xff]))],
  'body-malformed': [400, post('/api/recovery', '{')],
  'body-unexpected': [400, { ...post('/api/recovery', '{}'), method: 'GET' }],
  'content-type-wrong': [415, post('/api/recovery', '{}', { 'content-type': 'text/plain' })],
  'key-duplicate': [400, post('/api/recovery', '{"claim":1,"claim":1}')],
  'field-missing': [400, post('/api/recovery', '{}')],
  'field-invalid': [400, post('/api/recovery', '{"claim":7}')],
  'field-too-long': [400, post('/api/recovery', `{"claim":{"username":"${'x'.repeat(513)}"}}`)],
  'field-unknown': [400, post('/api/recovery', '{"claim":{"username":"jo"},"x":1}')],
  'form-stale': [403, form('/recover', 'token=stale&username=jo')],
  'origin-wrong': [403, form('/recover', `token=${token}&username=jo`, 'https://evil.example')],
  'operation-missing': [400, post('/api/recovery/unlock', '{}')],
  'username-unreadable': [400, post('/api/recovery', '{"claim":{"username":"a\\u0000b"}}')],
  'attributes-unreadable': [400, post('/api/recovery', '{"claim":{"attributes":{"mail":"jo"}}}')],
  'code-unreadable': [400, post('/api/recovery/proofs/email-code', '{"code":"12"}')],
  'answers-incomplete': [
    400,
    post('/api/recovery/proofs/security-answers', '{"answers":{"first-concert":"x"}}'),
  ],
  'address-unreadable': [
    400,
    { method: 'PUT', path: '/api/enrollment/email-code', headers: JSON_TYPE, body: '{"address":"nowhere"}' },
  ],
  'number-unreadable': [
    400,
    { method: 'PUT', path: '/api/enrollment/sms-code', headers: JSON_TYPE, body: '{"number":"12"}' },
  ],
};
const CODES = Object.keys(REACHED) as BadRequestCode[];

/** A door with a flow of jo's and a session of theirs. */
async function aDoor() {
  const product = aProduct();
  await enrolled(product, 'jo');
  const door = frontDoor(product);
  const flow = jsonClient(door);
  await flow.start('jo', { send: 'email-code' });
  const session = jsonClient(door);
  await session.signIn('jo', 'Correct-Horse-1');
  door.counted.length = 0;
  const kept = () => product.ports.flows.find(handleKey(flow.handle()));
  return { door, flow, session, kept };
}
const asBearer = (asked: Asked, handle: string): Asked => ({
  ...asked,
  headers: { ...asked.headers, authorization: `Bearer ${handle}` },
});
const lastCode = ({ counted }: FrontDoor): unknown =>
  (JSON.parse(counted.at(-1) ?? '[]') as [string, { code?: string }])[1]?.code;

describe('a bad request', () => {
  it.each(CODES)('is told what is wrong with it: %s', async (code) => {
    const { door, flow, session } = await aDoor();
    const [status, asked] = REACHED[code];
    const handle = asked.path.startsWith('/api/enrollment') ? session.handle() : flow.handle();
    const answer = await door.ask(asBearer(asked, handle));
    expect(answer.status).toBe(status);
    expect(lastCode(door)).toBe(code);
    if (asked.path.startsWith('/api/'))
      expect(jsonOf(answer)).toMatchObject({ type: 'about:blank', status, code });
    else expect(answer.headers['content-type']).toMatch(/^text\/html/);
  });

  it.each(CODES)('leaves the flow as it was: %s', async (code) => {
    const { door, flow, kept } = await aDoor();
    const before = await kept();
    await door.ask(asBearer(REACHED[code][1], flow.handle()));
    expect(await kept()).toEqual(before);
    expect(before).toMatchObject({ tries: 0, version: 1 });
  });

  it.each([
    ['/api/recovery/proofs/email-code', { code: 'abcdefgh' }],
    ['/api/recovery/proofs/email-code', { code: 12345678 }],
    ['/api/recovery/proofs/email-code', { code: '12345678', method: 'sms' }],
    ['/api/recovery/proofs/security-answers', { answers: {} }],
    ['/api/recovery/proofs/security-answers', { answers: { ...answersOf('jo'), 'first-concert': '  ' } }],
    ['/api/recovery/proofs/security-answers', { answers: { ...answersOf('jo'), more: 'x' } }],
    ['/api/recovery/proofs/security-answers', { answers: Object.values(answersOf('jo')) }],
    ['/api/recovery/proofs/email-code/send', { to: 'eve@evil.example' }],
    ['/api/recovery/reset', { newPassword: GOOD_PASSWORD, username: 'ann' }],
    ['/api/recovery/reset', { newPassword: 7 }],
    ['/api/recovery/unlock', { force: true }],
  ])('is a slip, not a guess: %s with %j costs no try', async (path, body) => {
    const { flow, kept } = await aDoor();
    const before = await kept();
    const answer = await flow.call('POST', path, body, { 'idempotency-key': 'operation-1' });
    expect(answer.status).toBe(400);
    expect(await kept()).toEqual(before);
  });

  it('says the field that is wrong, cut to a harmless length, and never its value', async () => {
    const { door } = await aDoor();
    const long = 'k'.repeat(500);
    const answer = await door.ask(post('/api/recovery', `{"claim":{"username":"jo"},"${long}":"SECRET"}`));
    expect(String(jsonOf(answer)['field'])).toHaveLength(64);
    expect(answer.body).not.toContain('SECRET');
  });
});

describe('a change of the directory', () => {
  it.each(['/api/recovery/unlock', '/api/recovery/reset'])(
    'is not asked for without the key of an operation: %s',
    async (path) => {
      const { flow, door } = await aDoor();
      const bodies: Record<string, object> = {
        '/api/recovery/unlock': {},
        '/api/recovery/reset': { newPassword: GOOD_PASSWORD },
      };
      for (const headers of [{}, { 'idempotency-key': '' }, { 'idempotency-key': 'short' }]) {
        const answer = await flow.call('POST', path, bodies[path], headers);
        expect(jsonOf(answer)).toMatchObject({ status: 400, code: 'operation-missing' });
      }
      expect(door.product.script.asked()).toBe(0);
    },
  );
});

describe('a handle', () => {
  it.each([
    ['none', undefined],
    ['another one', 'A'.repeat(43)],
    ['a shorter one', 'A'.repeat(42)],
    ["the store's key of the flow", 'KEY'],
    ['the handle and more', 'MORE'],
  ])('that is not the flow’s opens nothing: %s', async (_what, given) => {
    const { door, flow } = await aDoor();
    const real = flow.handle();
    const handle = given === 'KEY' ? handleKey(real) : given === 'MORE' ? `${real}A` : given;
    const headers = handle === undefined ? {} : { authorization: `Bearer ${handle}` };
    const answer = await door.ask({ method: 'GET', path: '/api/recovery', headers });
    expect(jsonOf(answer)).toMatchObject({ status: 401, code: 'flow-gone' });
  });

  it('in a cookie opens nothing for JSON, and as a bearer nothing for pages', async () => {
    const { door, flow } = await aDoor();
    const cookie = `__Host-latchkey-flow=${flow.handle()}`;
    expect((await door.ask({ method: 'GET', path: '/api/recovery', headers: { cookie } })).status).toBe(401);
    const bearer = { authorization: `Bearer ${flow.handle()}` };
    expect((await door.ask({ method: 'GET', path: '/recover/methods', headers: bearer })).status).toBe(410);
    expect((await door.ask({ method: 'GET', path: '/recover/methods', headers: { cookie } })).status).toBe(
      200,
    );
  });

  it('of a flow opens no session, and of a session no flow', async () => {
    const { door, flow, session } = await aDoor();
    const ask = (path: string, handle: string) =>
      door.ask({ method: 'GET', path, headers: { authorization: `Bearer ${handle}` } });
    expect((await ask('/api/enrollment', flow.handle())).status).toBe(401);
    expect((await ask('/api/recovery', session.handle())).status).toBe(401);
    expect((await ask('/api/enrollment', session.handle())).status).toBe(200);
  });
});
