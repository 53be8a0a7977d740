import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Flow } from '../../domain/recovery/flow.ts';
import { CAST } from '../../local/people.ts';
import { countingHasher } from '../support/counting-hasher.ts';
import { FIRST_PASSWORD, freshPeople, oneAfterTheOther } from './proofs/fresh-people.ts';
import {
  askJson,
  flowOf,
  provenFlow,
  startedWithCode,
  startJson,
  type JsonFlow,
} from './proofs/json-client.ts';
import { ask, codeIn, jsonIn, type Asked } from './proofs/over-http.ts';
import { pageClient } from './proofs/page-client.ts';
import { spellingsOf } from './proofs/spellings.ts';
import { overRawSocket, rawRequest, statusIn } from './proofs/raw-socket.ts';
import { startRunning, type Running } from './proofs/running.ts';

const people = freshPeople(12);
const next = oneAfterTheOther(people);
const WRONG = { 'first-concert': 'nobody', 'childhood-street': 'no lane', 'first-teacher': 'no teacher' };

let running: Running;
let flow: JsonFlow;
let before: Flow | undefined;

beforeAll(async () => {
  const wrap = (ports: Running['ports']) => ({ ...ports, hasher: countingHasher() });
  running = await startRunning({ people: [...CAST, ...people], wrap });
  flow = await startedWithCode(running, next().username);
  before = await running.flow(flow.handle);
});
afterAll(() => running.stop());

const json = { 'content-type': 'application/json' };
const start = (body: string | Buffer, headers: Readonly<Record<string, string>> = json): Asked => ({
  method: 'POST',
  path: '/api/recovery',
  headers,
  body,
});
/** A request about the flow that is open. */
const about =
  (path: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
  () => ({
    method: 'POST',
    path: `/api/recovery/${path}`,
    headers: { ...json, authorization: `Bearer ${flow.handle}`, ...headers },
    body,
  });
const claim = (username: string) => start(JSON.stringify({ claim: { username } }));
const ANSWER = 'proofs/security-answers';
const KEY = { 'idempotency-key': 'operation-1' };

const BAD: readonly (readonly [what: string, asked: Asked | (() => Asked), status: number, code: string])[] =
  [
    ['a body over 16 KB', start(`{"claim":{"username":"${'x'.repeat(17_000)}"}}`), 413, 'body-too-large'],
    ['a name of 10 KB', claim('x'.repeat(10_240)), 400, 'field-too-long'],
    ['a name with NUL', claim('fresh1\0'), 400, 'username-unreadable'],
    ['a name that is half a character', claim('fresh1\ud800'), 400, 'username-unreadable'],
    ['a name of nothing', claim(' '), 400, 'username-unreadable'],
    ['a name of many parts', claim('a@b@c'), 400, 'username-unreadable'],
    ['text instead of JSON', start('{}', { 'content-type': 'text/plain' }), 415, 'content-type-wrong'],
    [
      'a form instead of JSON',
      start('claim=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'content-type-wrong',
    ],
    [
      'JSON in another charset',
      start('{}', { 'content-type': 'application/json; charset=utf-16' }),
      415,
      'content-type-wrong',
    ],
    ['JSON that does not say so', start('{}', {}), 415, 'content-type-wrong'],
    ['half of a JSON', start('{"claim":{"username":'), 400, 'body-malformed'],
    ['no body', start(''), 400, 'body-malformed'],
    ['bytes that are no UTF-8', start(Buffer.from([0x7b, 0xff, 0xfe, 0x7d])), 400, 'body-not-utf8'],
    ['a key twice', start('{"claim":{"username":"a"},"claim":{"username":"b"}}'), 400, 'key-duplicate'],
    [
      'a key twice, once in disguise',
      start('{"claim":{"username":"a","usern\\u0061me":"b"}}'),
      400,
      'key-duplicate',
    ],
    ['an unknown field', start('{"claim":{"username":"a"},"admin":true}'), 400, 'field-unknown'],
    ['a prototype', start('{"claim":{"username":"a","__proto__":{"admin":true}}}'), 400, 'field-unknown'],
    ['a list for a name', start('{"claim":{"username":["a"]}}'), 400, 'field-invalid'],
    ['an object for a name', start('{"claim":{"username":{"$ne":null}}}'), 400, 'field-invalid'],
    ['no claim', start('{}'), 400, 'field-missing'],
    [
      'a body where none belongs',
      { method: 'GET', path: '/api/recovery', headers: json, body: '{}' },
      400,
      'body-unexpected',
    ],
    [
      'answers to some questions only',
      about(ANSWER, '{"answers":{"first-concert":"x"}}'),
      400,
      'answers-incomplete',
    ],
    [
      'answers to questions that were not asked',
      about(ANSWER, JSON.stringify({ answers: { ...WRONG, more: 'x' } })),
      400,
      'answers-incomplete',
    ],
    [
      'blank answers',
      about(ANSWER, JSON.stringify({ answers: { ...WRONG, 'first-teacher': '  ' } })),
      400,
      'answers-incomplete',
    ],
    [
      'an answer of 10 KB',
      about(ANSWER, JSON.stringify({ answers: { ...WRONG, 'first-teacher': 'x'.repeat(10_240) } })),
      400,
      'field-too-long',
    ],
    ['answers that are a list', about(ANSWER, '{"answers":["a","b","c"]}'), 400, 'field-invalid'],
    ['a code of letters', about('proofs/email-code', '{"code":"abcdefgh"}'), 400, 'code-unreadable'],
    ['a code of seven digits', about('proofs/email-code', '{"code":"1234567"}'), 400, 'code-unreadable'],
    ['a code that is a number', about('proofs/email-code', '{"code":12345678}'), 400, 'field-invalid'],
    ['a method nobody knows', about('proofs/telepathy', '{}'), 404, 'route-unknown'],
    ['a reset without an operation', about('reset', '{"newPassword":"x"}'), 400, 'operation-missing'],
    [
      'a reset with an operation that is none',
      about('reset', '{"newPassword":"x"}', { 'idempotency-key': 'a b' }),
      400,
      'operation-missing',
    ],
    [
      'a new password of 10 KB',
      about('reset', `{"newPassword":"${'x'.repeat(10_240)}"}`, KEY),
      400,
      'field-too-long',
    ],
    ['what no passkey answers', about('proofs/passkey', '{"answer":{"id":"AAAA"}}'), 400, 'field-missing'],
    [
      'a passkey that is no base64url',
      about(
        'proofs/passkey',
        '{"answer":{"id":"a b","rawId":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AAAA"}}}',
      ),
      400,
      'field-invalid',
    ],
    [
      'a sign-in that comes back to nobody',
      about('proofs/openid-connect', '{"returned":{"code":"x"}}'),
      400,
      'field-missing',
    ],
    ['a way that codes do not go', about('proofs/sent-code/send', '{"by":"pigeon"}'), 400, 'field-invalid'],
    [
      'a filter for an attribute',
      about('proofs/ldap-attributes', '{"attributes":{"*)(cn":"x"}}'),
      400,
      'field-invalid',
    ],
    [
      'a browser that is no text',
      about('proofs/previous-authentication', '{"browser":{}}'),
      400,
      'field-invalid',
    ],
    [
      'a saved code of 100 characters',
      about('proofs/recovery-code', `{"code":"${'A'.repeat(100)}"}`),
      400,
      'field-too-long',
    ],
    // Where passwords are sent that we make, none is typed.
    ['no new password, and nothing is proven', about('reset', '{}', KEY), 403, 'proof-missing'],
    [
      'a reset before anything is proven',
      about('reset', '{"newPassword":"Quiet-Harbour-42-x"}', KEY),
      403,
      'proof-missing',
    ],
    [
      'a handle that opens nothing',
      about('unlock', '{}', { ...KEY, authorization: `Bearer ${'A'.repeat(43)}` }),
      401,
      'flow-gone',
    ],
    [
      'a handle that is none',
      about('unlock', '{}', { ...KEY, authorization: "Bearer ' OR 1=1" }),
      401,
      'flow-gone',
    ],
    ['another method', { method: 'DELETE', path: '/api/recovery' }, 404, 'route-unknown'],
    ['a path that is not ours', { method: 'GET', path: '/api/recovery/../recovery' }, 404, 'route-unknown'],
    [
      'a path in disguise',
      { method: 'POST', path: '/api/%72ecovery', headers: json, body: '{}' },
      404,
      'route-unknown',
    ],
  ];

describe('bad input over HTTP', () => {
  it.each(BAD)('%s is answered in its own way, and the flow is as it was', async (_, asked, status, code) => {
    const answer = await ask(running.origin, typeof asked === 'function' ? asked() : asked);
    expect({ status: answer.status, code: codeIn(answer) }).toEqual({ status, code });
    expect(await running.flow(flow.handle)).toEqual(before);
  });

  it.each([
    ['no HTTP at all', () => 'HELO mail.example\r\n\r\n', 400],
    ['no Host', () => 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['another Host', () => 'GET /healthz HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
    [
      'two lengths',
      () => rawRequest(running, 'POST /api/recovery', ['Content-Length: 2', 'Content-Length: 40'], '{}'),
      400,
    ],
    [
      'a length and chunks',
      () =>
        rawRequest(
          running,
          'POST /api/recovery',
          ['Content-Length: 2', 'Transfer-Encoding: chunked'],
          '0\r\n\r\n',
        ),
      400,
    ],
    ['a header of 20 KB', () => rawRequest(running, 'GET /healthz', [`X-Long: ${'x'.repeat(20_000)}`]), 431],
    ['a line break in a header', () => rawRequest(running, 'GET /healthz', ['X: a\rSet-Cookie: b']), 400],
    ['TRACE', () => rawRequest(running, 'TRACE /api/recovery'), 404],
    ['a whole URL for a path', () => rawRequest(running, 'GET http://evil.example/healthz'), 404],
    ['NUL in the path', () => rawRequest(running, 'GET /recover\0'), 400],
  ])('%s is refused on the socket, and the next one is served', async (_, bytes, status) => {
    expect(statusIn(await overRawSocket(running, bytes()))).toBe(status);
    expect((await ask(running.origin, { method: 'GET', path: '/healthz' })).status).toBe(200);
    expect(await running.flow(flow.handle)).toEqual(before);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['no token', {}, 403],
  ])('a form from %s starts nothing', async (_, headers, status) => {
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    const asked = { method: 'POST', path: '/recover', headers: form, body: 'username=fresh1' };
    const answer = await ask(running.origin, asked);
    expect(answer.status).toBe(status);
    expect(answer.headers.map(([, value]) => value).join()).not.toContain('latchkey-flow');
  });

  it('a name on a page is shown again as text, never as markup', async () => {
    const { get, post } = pageClient(running);
    await get('/recover');
    const answer = await post('/recover', { username: '"><img src=x onerror=alert(1)>@a@b' });
    expect(answer.status).toBe(422);
    expect(answer.body).not.toContain('<img src=x');
  });
});

describe('names', () => {
  it('are one person’s in twelve spellings: seven guesses in a quarter of an hour, and no more', async () => {
    for (const { username, upn } of [
      next(),
      { username: 'nobody.here', upn: 'nobody.here@corp.example.test' },
    ]) {
      running.clock.hold();
      const told: string[] = [];
      for (const spelling of spellingsOf({ username, upn }).slice(0, username === 'nobody.here' ? 8 : 12))
        told.push(codeIn(await flowOf(running, await startJson(running, spelling)).answers(WRONG)));
      running.clock.release();
      expect(told.slice(0, 7)).toEqual(Array.from({ length: 7 }, () => 'proof-wrong'));
      expect(new Set(told.slice(7))).toEqual(new Set(['slow-down']));
    }
  });

  it.each([
    '*',
    'fresh*',
    'fresh1)(objectClass=*',
    '*)(|(objectClass=*',
    'fresh1))(|(cn=*',
    'fresh1\\2a',
    'CORP\\fresh1)(cn=*',
    'CORP\\fresh?',
    '(sAMAccountName=fresh1)',
    'fresh1,OU=Staff,DC=corp,DC=example,DC=test',
    '#0400',
    '<GUID=00>',
    "fresh1' OR '1'='1",
    '${jndi:ldap://x}',
    '*@corp.example.test',
  ])('with the filter’s own characters, such as %s, name nobody', async (name) => {
    const started = flowOf(running, await startJson(running, name, { send: 'email-code' }));
    const kept = await running.flow(started.handle);
    const real = new Set([...CAST, ...people].map(({ username }) => running.lookAlike().guidOf(username)));
    expect(real.has(kept?.person.guid ?? '')).toBe(false);
    expect(kept?.mailboxes).toEqual([]);
  });

  it('are not shortened: what follows a real name makes it another', async () => {
    const { username } = next();
    const named = flowOf(running, await startJson(running, username));
    const longer = flowOf(running, await startJson(running, `${username}x`));
    const person = running.person(username);
    expect((await running.flow(named.handle))?.person).toEqual(person);
    expect((await running.flow(longer.handle))?.person).not.toEqual(person);
  });
});

describe('an empty password', () => {
  const binds = async (path: string, body: object): Promise<number> => {
    const { binds: earlier } = running.lookAlike().counts();
    const answer = await askJson(running, 'POST', path, body, KEY);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    return running.lookAlike().counts().binds - earlier;
  };

  it('never reaches a bind: one fewer than any other wrong password', async () => {
    const { username } = next();
    const session = (password: string) => binds('/api/enrollment/session', { username, password });
    const wrong = await session('Wrong-Pelican-7716');
    expect(await session('')).toBe(wrong - 1);
    expect(running.lookAlike().person(username)?.badPasswordCount).toBe(1);
    const change = (currentPassword: string) =>
      binds('/api/password/change', { username, currentPassword, newPassword: 'Quiet-Harbour-42-x' });
    expect(await change('')).toBe(wrong - 1);
    expect(running.lookAlike().isPassword(username, FIRST_PASSWORD)).toBe(true);
  });

  it.each([
    ['empty', ''],
    ['left out', undefined],
  ])('is no new password either: %s', async (_how, typed) => {
    const member = next();
    const opened = await provenFlow(running, member);
    const refused = await opened.reset(typed);
    expect({ status: refused.status, ...jsonIn(refused) }).toMatchObject({
      status: 422,
      code: 'password-refused',
      reasons: ['password-missing'],
    });
    expect(running.lookAlike().isPassword(member.username, FIRST_PASSWORD)).toBe(true);
  });
});
