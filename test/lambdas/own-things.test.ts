import { describe, expect, it } from 'vitest';
import { COOKIES } from '../../lambdas/http/cookies.ts';
import { aUserConfiguration, offered } from '../support/configured.ts';
import { enrolled } from '../support/enrolled.ts';
import { frontDoor, jsonOf, type Answer, type FrontDoor } from '../support/front-door.ts';
import { jsonClient, type JsonClient } from '../support/json-client.ts';
import { shownBy } from '../support/own-things.ts';
import { pageVisitor, type PageVisitor } from '../support/page-visitor.ts';
import { aProduct, MINUTE } from '../support/product.ts';
import { GOOD_PASSWORD } from '../support/recovering.ts';

const PASSWORD = 'Correct-Horse-1';
const APP = '/enroll/authenticator-app';

async function aDoor(setUp: 'voluntary' | 'skippable' | 'forced' = 'voluntary'): Promise<FrontDoor> {
  const { methods } = aProduct().configuration.document;
  const both = offered(['authenticator-app', 'recovery-code'], ['previous-authentication'], 0);
  const product = aProduct({
    document: {
      methods: {
        ...methods,
        'authenticator-app': { on: true, setUp },
        'recovery-code': { on: true },
        'previous-authentication': { on: true, days: 30 },
      },
      userConfigurations: [aUserConfiguration('everyone', { actions: { unlock: both, reset: both } })],
    },
  });
  for (const name of ['ann', 'bob']) await enrolled(product, name);
  return frontDoor(product);
}
const signedIn = async (door: FrontDoor, name = 'ann') => {
  const visitor = pageVisitor(door);
  await visitor.open('/enroll');
  return { visitor, page: await visitor.send('/enroll/sign-in', { username: name, password: PASSWORD }) };
};
const headingOf = ({ body }: Answer): string => /<h1[^>]*>([^<]*)/.exec(body)?.[1] ?? '';
const secretOn = ({ body }: Answer): string =>
  (/<dd><bdi dir="ltr" class="copied">([A-Z2-7 ]+)</.exec(body)?.[1] ?? '').replaceAll(' ', '');
const codesOn = ({ body }: Answer): readonly string[] =>
  [...body.matchAll(/<li class="copied">([^<]+)</g)].map(([, code]) => code ?? '');
async function registered(door: FrontDoor, visitor: PageVisitor): Promise<string> {
  await visitor.open(APP);
  const secret = secretOn(await visitor.send(APP));
  await visitor.send(`${APP}/confirm`, { code: shownBy(secret, door.product.clock.now()) });
  door.product.clock.pass(MINUTE);
  return secret;
}
const opened = async (door: FrontDoor, name: string): Promise<PageVisitor> => {
  const visitor = pageVisitor(door);
  await visitor.open('/recover');
  await visitor.send('/recover', { username: name });
  return visitor;
};

describe('somebody with a browser', () => {
  it('sets up an app and recovery codes, and recovers with both', async () => {
    const door = await aDoor();
    const { visitor } = await signedIn(door);
    await visitor.open(APP);
    const setUp = await visitor.send(APP);
    expect(setUp.body).toMatch(/<svg class="qr" viewBox="0 0 \d+ \d+" role="img" aria-label="QR code/);
    expect(setUp.body).toContain('href="otpauth://totp/Example%20Ltd:ann?');
    const secret = secretOn(setUp);
    const shown = () => shownBy(secret, door.product.clock.now());
    const code = shown().replace(/^.../, '$& ');
    expect((await visitor.send(`${APP}/confirm`, { code })).status).toBe(200);
    await visitor.open('/enroll/recovery-code');
    const codes = codesOn(await visitor.send('/enroll/recovery-code'));
    expect(codes).toHaveLength(10);
    expect((await visitor.open('/enroll/methods')).body).toContain('10 unused codes');
    door.product.clock.pass(MINUTE);

    const again = await opened(door, 'ann');
    await again.open('/recover/authenticator-app');
    await again.send('/recover/authenticator-app', { code: shown() });
    await again.open('/recover/recovery-code');
    const typed = (codes[3] ?? '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await again.send('/recover/recovery-code', { code: typed })).status).toBe(200);
    await again.open('/recover/reset');
    await again.send('/recover/reset', { newPassword: GOOD_PASSWORD });
    expect(door.product.script.member('ann').password).toBe(GOOD_PASSWORD);

    const thief = await opened(door, 'ann');
    await thief.open('/recover/recovery-code');
    expect((await thief.send('/recover/recovery-code', { code: typed })).body).toContain('used before');
    await thief.open('/recover/authenticator-app');
    expect((await thief.send('/recover/authenticator-app', { code: shown() })).body).toContain(
      'That code is not right',
    );
  });

  it('is told what to do about a code that is blank, unreadable or wrong', async () => {
    const door = await aDoor();
    const { visitor } = await signedIn(door);
    await visitor.open(APP);
    const secret = secretOn(await visitor.send(APP));
    const wrong = shownBy(secret, door.product.clock.now() + 10 * MINUTE);
    for (const [code, status, says] of [
      [' ', 422, 'Enter the code from the app.'],
      ['12345', 422, 'That code is not right.'],
      [wrong, 403, 'That code is not right.'],
    ] as const) {
      const answer = await visitor.send(`${APP}/confirm`, { code });
      expect(answer.status).toBe(status);
      expect(answer.body).toContain(says);
    }
    for (let n = 1; n < door.product.configuration.limits.triesPerCode; n += 1)
      await visitor.send(`${APP}/confirm`, { code: wrong });
    const spent = await visitor.send(`${APP}/confirm`, { code: wrong });
    expect(spent.status).toBe(409);
    expect(spent.body).toContain('Start again with a new one.');
  });

  it('has a browser remembered only by asking for it, and it counts as one check in that browser alone', async () => {
    const door = await aDoor();
    const { visitor } = await signedIn(door);
    await visitor.open('/enroll/previous-authentication');
    expect(visitor.jar.has(COOKIES.browser)).toBe(false);
    await visitor.send('/enroll/previous-authentication');
    const cookie = visitor.seen
      .flatMap(({ cookies }) => cookies)
      .find((one) => one.startsWith(COOKIES.browser));
    expect(cookie).toMatch(/=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=2592000$/);

    await visitor.open('/recover');
    await visitor.send('/recover', { username: 'ann' });
    await visitor.open('/recover/previous-authentication');
    const known = await visitor.send('/recover/previous-authentication');
    expect(headingOf(known)).toBe('One more check');
    const elsewhere = await opened(door, 'ann');
    await elsewhere.open('/recover/previous-authentication');
    expect((await elsewhere.send('/recover/previous-authentication')).body).toContain(
      'can’t be used to prove',
    );
  });

  it('is shown the same pages whoever is asked about, and whatever the browser keeps', async () => {
    const door = await aDoor();
    const { visitor: owner } = await signedIn(door);
    await registered(door, owner);
    await owner.open('/enroll/previous-authentication');
    await owner.send('/enroll/previous-authentication');
    const pages = async (visitor: PageVisitor) => {
      const bodies = [];
      for (const method of ['authenticator-app', 'recovery-code', 'previous-authentication']) {
        const { body, status } = await visitor.open(`/recover/${method}`);
        const refused = await visitor.send(
          `/recover/${method}`,
          method === 'previous-authentication' ? {} : { code: 'ABCD' },
        );
        bodies.push([status, body, refused.status, refused.body]);
      }
      return JSON.stringify(bodies).replace(/value=\\"[\w-]{43}\\"/g, 'TOKEN');
    };
    const ann = await pages(await opened(door, 'ann'));
    expect(await pages(await opened(door, 'bob'))).toBe(ann);
    expect(await pages(await opened(door, 'nobody.at.all'))).toBe(ann);
    // Another person's recovery, begun in the very browser that is remembered of Ann.
    await owner.open('/recover');
    await owner.send('/recover', { username: 'bob' });
    expect(await pages(owner)).toBe(ann);
  });
});

describe('where an app is asked for first', () => {
  it('signing in leads to it, and the list leads back to it while that is forced', async () => {
    const door = await aDoor('forced');
    const { visitor, page } = await signedIn(door);
    expect(headingOf(page)).toBe('Set up an authenticator app');
    expect(page.body).not.toContain('/enroll/methods"');
    expect(page.body).toContain('action="/enroll/sign-out"');
    for (const path of ['/enroll/methods', '/enroll/done'])
      expect(headingOf(await visitor.open(path)), path).toBe('Set up an authenticator app');
    await registered(door, visitor);
    expect(headingOf(await visitor.open('/enroll/methods'))).toBe('Your ways to prove it’s you');
  });

  it('there is a way past it where it may be skipped, for that visit', async () => {
    const door = await aDoor('skippable');
    const { visitor, page } = await signedIn(door);
    expect(headingOf(page)).toBe('Set up an authenticator app');
    expect(page.body).toMatch(/<a href="\/enroll\/methods">Not now<\/a>/);
    expect(headingOf(await visitor.open('/enroll/methods'))).toBe('Your ways to prove it’s you');
    expect(headingOf((await signedIn(door)).page)).toBe('Set up an authenticator app');
  });

  it('nobody is led to it in a recovery', async () => {
    const door = await aDoor('forced');
    expect(headingOf((await opened(door, 'ann')).seen.at(-1) ?? expect.fail('nothing was seen'))).toBe(
      'Choose how to prove it’s you',
    );
  });
});

describe('somebody who speaks JSON', () => {
  const put = async (client: JsonClient, method: string, body: object): Promise<Answer> =>
    client.call('PUT', `/api/enrollment/${method}`, body);
  const proof = async (client: JsonClient, method: string, body: object): Promise<Answer> =>
    client.call('POST', `/api/recovery/proofs/${method}`, body);

  it('registers an app, codes and a browser, and proves it with each', async () => {
    const door = await aDoor();
    const { clock } = door.product;
    const client = jsonClient(door);
    await client.signIn('ann', PASSWORD);
    const { uri, secret } = jsonOf(await put(client, 'authenticator-app', {}));
    expect(uri).toMatch(/^otpauth:\/\/totp\/Example%20Ltd:ann\?/);
    const shown = () => shownBy(String(secret), clock.now());
    expect((await put(client, 'authenticator-app', { code: '12345' })).status).toBe(400);
    expect((await put(client, 'authenticator-app', { code: shown() })).status).toBe(200);
    expect((await put(client, 'authenticator-app', { code: shown() })).status).toBe(409);
    const { codes } = jsonOf(await put(client, 'recovery-code', {}));
    const { browser } = jsonOf(await put(client, 'previous-authentication', {}));
    clock.pass(MINUTE);

    await client.start('ann');
    expect((await proof(client, 'previous-authentication', { browser: 'x' })).status).toBe(400);
    expect((await proof(client, 'previous-authentication', { browser })).status).toBe(200);
    expect((await proof(client, 'authenticator-app', { code: shown() })).status).toBe(200);
    const [first] = codes as readonly string[];
    const last = await proof(client, 'recovery-code', { code: first });
    expect(jsonOf(last)).toMatchObject({ actions: { reset: { allowed: true } } });
    await client.start('ann');
    for (const [method, body] of [
      ['authenticator-app', { code: shown() }],
      ['recovery-code', { code: first }],
    ] as const)
      expect(jsonOf(await proof(client, method, body))).toMatchObject({ status: 403, code: 'proof-wrong' });
  });

  it('cannot register anything with the handle of a recovery, nor without one', async () => {
    const door = await aDoor();
    const client = jsonClient(door);
    for (const begin of [async () => undefined, () => client.start('ann')]) {
      await begin();
      for (const method of ['authenticator-app', 'recovery-code', 'previous-authentication'])
        expect(jsonOf(await put(client, method, {})), method).toMatchObject({
          status: 401,
          code: 'session-gone',
        });
    }
  });

  it('leaves no secret in the journal, the trail or the metrics', async () => {
    const door = await aDoor();
    const client = jsonClient(door);
    const { person } = await enrolled(door.product, 'eve');
    await client.signIn('eve', PASSWORD);
    const { secret } = jsonOf(await put(client, 'authenticator-app', {}));
    await put(client, 'authenticator-app', { code: shownBy(String(secret), door.product.clock.now()) });
    const { codes } = jsonOf(await put(client, 'recovery-code', {}));
    const { browser } = jsonOf(await put(client, 'previous-authentication', {}));
    const events = [];
    for await (const event of door.product.ports.trail.of(person)) events.push(event);
    const told = JSON.stringify([door.lines, door.counted, events]);
    expect(events.length).toBeGreaterThan(3);
    for (const confided of [secret, browser, ...(codes as readonly string[])])
      expect(told).not.toContain(String(confided));
  });
});
