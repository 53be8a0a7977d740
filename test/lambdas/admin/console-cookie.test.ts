import { describe, expect, it } from 'vitest';
import { frontDoor, jsonOf, ORIGIN, type Answer } from '../../support/front-door.ts';
import { aProduct } from '../../support/product.ts';
import { ADMINISTRATORS } from '../../support/administering.ts';
import { anAccount } from '../../support/scripted-account.ts';

const PASSWORD = 'Admin-Horse-1';
const CONSOLE = { 'x-latchkey-console': '1' };

function setUp() {
  const product = aProduct();
  product.script.add(anAccount('alice', { groups: [ADMINISTRATORS] }), PASSWORD);
  const door = frontDoor(product);
  const signIn = (headers: Readonly<Record<string, string>> = {}) =>
    door.ask({
      method: 'POST',
      path: '/api/admin/session',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ username: 'alice', password: PASSWORD }),
    });
  const session = (headers: Readonly<Record<string, string>>, method = 'GET') =>
    door.ask({ method, path: '/api/admin/session', headers });
  return { product, door, signIn, session };
}

const cookieOf = ({ cookies }: Answer): string => cookies[0]?.split(';')[0] ?? '';

describe('the handle of an administrator', () => {
  it('is a cookie in the console, which no script can read and no other site sends, and is not in the answer', async () => {
    const { signIn } = setUp();
    const answer = await signIn({ ...CONSOLE, origin: ORIGIN });
    expect(answer.status).toBe(200);
    expect(answer.cookies).toEqual([
      expect.stringMatching(/^__Host-latchkey-admin=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/),
    ]);
    expect(jsonOf(answer)).not.toHaveProperty('handle');
  });

  it('is in the answer for everybody else, and no cookie', async () => {
    const answer = await setUp().signIn();
    expect(answer.cookies).toEqual([]);
    expect(jsonOf(answer)['handle']).toMatch(/^[\w-]{43}$/);
  });

  it('counts as a cookie only together with the header of the console', async () => {
    const { signIn, session } = setUp();
    const cookie = cookieOf(await signIn(CONSOLE));
    expect((await session({ cookie })).status).toBe(401);
    expect((await session({ cookie, 'x-latchkey-console': 'yes' })).status).toBe(401);
    expect((await session({ cookie, ...CONSOLE })).status).toBe(200);
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
  ])('does not count from a page that is not ours: %o', async (from) => {
    const { signIn, session } = setUp();
    const cookie = cookieOf(await signIn(CONSOLE));
    for (const method of ['GET', 'DELETE']) {
      const answer = await session({ cookie, ...CONSOLE, ...from }, method);
      expect([answer.status, jsonOf(answer)]).toMatchObject([403, { code: 'origin-wrong' }]);
    }
    expect(
      (await session({ cookie, ...CONSOLE, origin: ORIGIN, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
  });

  it('is not given to a page that is not ours', async () => {
    const answer = await setUp().signIn({ ...CONSOLE, origin: 'https://evil.example' });
    expect([answer.status, answer.cookies]).toEqual([403, []]);
  });

  it('cannot be planted as a form: what a page may send unasked is not JSON', async () => {
    const { door } = setUp();
    const answer = await door.ask({
      method: 'POST',
      path: '/api/admin/session',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ username: 'alice', password: PASSWORD }),
    });
    expect(answer.status).toBe(415);
  });

  it('ends by signing out, and the cookie with it', async () => {
    const { signIn, session } = setUp();
    const cookie = cookieOf(await signIn(CONSOLE));
    const answer = await session({ cookie, ...CONSOLE }, 'DELETE');
    expect(answer.cookies).toEqual([expect.stringMatching(/^__Host-latchkey-admin=; .*Max-Age=0$/)]);
    const after = await session({ cookie, ...CONSOLE });
    expect(after.status).toBe(401);
    expect(after.cookies).toEqual([expect.stringContaining('Max-Age=0')]);
  });

  it('lasts 15 minutes after each act, and an hour altogether', async () => {
    const { product, signIn, session } = setUp();
    const bearer = async () => `Bearer ${String(jsonOf(await signIn())['handle'])}`;
    const authorization = await bearer();
    for (let quarter = 0; quarter < 4; quarter += 1) {
      product.clock.pass(14 * 60_000);
      expect((await session({ authorization })).status).toBe(200);
    }
    product.clock.pass(14 * 60_000);
    expect((await session({ authorization })).status).toBe(401);
    const idle = await bearer();
    product.clock.pass(16 * 60_000);
    expect((await session({ authorization: idle })).status).toBe(401);
  });
});

describe('signing in as an administrator', () => {
  const refused = async (username: string, password: string, set = setUp()) => {
    const answer = await set.door.ask({
      method: 'POST',
      path: '/api/admin/session',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    const { reference: _reference, ...rest } = jsonOf(answer);
    return { status: answer.status, ...rest };
  };

  it('is refused in the same words for a wrong password, for who is no administrator, and for nobody', async () => {
    const set = setUp();
    set.product.script.add(anAccount('bob'), PASSWORD);
    const neutral = await refused('alice', 'not it', set);
    expect(neutral).toMatchObject({ status: 401, code: 'sign-in-refused' });
    expect(await refused('bob', PASSWORD, set)).toEqual(neutral);
    expect(await refused('nobody', PASSWORD, set)).toEqual(neutral);
    expect(await refused('', PASSWORD, set)).toEqual(neutral);
  });

  it('is counted before it is tried: too many are told when to come back', async () => {
    const set = setUp();
    const answers = [];
    for (let i = 0; i < 8; i += 1) answers.push(await refused('alice', `not it ${i}`, set));
    expect(answers.at(-1)).toMatchObject({ status: 429, code: 'slow-down' });
    expect(answers.at(-1)).toHaveProperty('retryAfterSeconds', expect.any(Number));
    expect(set.door.counted.filter((line) => line.includes('AdministratorRefused'))).toHaveLength(8);
  });
});
