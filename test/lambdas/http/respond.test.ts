import { describe, expect, it } from 'vitest';
import { Failure } from '../../../domain/failure.ts';
import { ROUTE_KEYS } from '../../../lambdas/api.ts';
import { SECURITY_HEADERS } from '../../../lambdas/http/security-headers.ts';
import { enrolled } from '../../support/enrolled.ts';
import { frontDoor, jsonOf, type Answer, type FrontDoor } from '../../support/front-door.ts';
import { jsonClient } from '../../support/json-client.ts';
import { pageVisitor } from '../../support/page-visitor.ts';
import { aProduct, type Product } from '../../support/product.ts';

const SECRET = 'uid=jo,password=hunter2 at 10.0.0.1';
const REFERENCE = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/;

/** A product whose directory, or whose store, throws something that must not be seen outside. */
function aBrokenProduct(error: Error): Product {
  const product = aProduct();
  const breaking = async (): Promise<never> => {
    throw error;
  };
  const ports = {
    ...product.ports,
    directory: { ...product.ports.directory, find: breaking },
    flows: { ...product.ports.flows, find: breaking },
  };
  return { ...product, ports };
}
function expectHeaders({ headers, body, status }: Answer, where: string): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    if (name !== 'cache-control') expect(headers[name], `${where}: ${name}`).toBe(value);
  expect(headers['content-type'], where).toMatch(/; charset=utf-8$/);
  expect(headers['cache-control'], where).toMatch(/^no-store$|^public, max-age=31536000, immutable$/);
  if (status !== 303) expect(body.length, where).toBeGreaterThan(0);
}
const placeholders = (path: string) => path.replace('{method}', 'email-code').replace('{file}', 'x.css');
const everyRoute = (): readonly (readonly [string, string])[] =>
  ROUTE_KEYS.map((key) => {
    const [method = '', path = ''] = key.split(' ');
    return [method, placeholders(path)];
  });

describe('every answer', () => {
  it('has the security headers and a type with its encoding, whatever was asked', async () => {
    const door = frontDoor(aProduct());
    for (const [method, path] of everyRoute())
      expectHeaders(await door.ask({ method, path }), `${method} ${path}`);
    for (const path of ['/nothing', '/api/nothing', '/recover/', '/.git/config', '/api/recovery/unlock'])
      expectHeaders(await door.ask({ method: 'GET', path }), path);
  });

  it('has them when everything is broken, too', async () => {
    const door = frontDoor(aBrokenProduct(new Error(SECRET)));
    for (const [method, path] of everyRoute())
      expectHeaders(await door.ask({ method, path }), `${method} ${path}`);
  });

  it('is never kept by anybody, but for the style sheet and the script', async () => {
    const door = frontDoor(aProduct());
    for (const [method, path] of everyRoute()) {
      const { headers } = await door.ask({ method, path });
      if (!path.startsWith('/assets/')) expect(headers['cache-control']).toBe('no-store');
    }
    const page = await door.ask({ method: 'GET', path: '/' });
    const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(page.body)?.[1] ?? '';
    expect((await door.ask({ method: 'GET', path: sheet })).headers['cache-control']).toMatch(/immutable/);
  });

  it('has scripts and styles from this site only, and no frame around it', () => {
    const policy = SECURITY_HEADERS['content-security-policy'] ?? '';
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    for (const part of [
      "default-src 'none'",
      "base-uri 'none'",
      "object-src 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part);
  });

  it('sets cookies only for this host and only where there is a page', async () => {
    const door = frontDoor(aProduct());
    for (const [method, path] of everyRoute()) {
      const { cookies } = await door.ask({ method, path });
      for (const cookie of cookies)
        expect(cookie).toMatch(/^__Host-.*Path=\/; Secure; HttpOnly; SameSite=Strict/);
      if (path.startsWith('/api/') || path === '/healthz') expect(cookies).toEqual([]);
    }
  });
});

describe('something that broke', () => {
  it.each([
    ['a failure', new Failure('directory-unreachable', SECRET, { cause: new Error(SECRET) })],
    ['a mistake of ours', new TypeError(SECRET)],
  ])(
    'is told as one bland problem with a reference, and the journal knows it by that: %s',
    async (_what, error) => {
      const door = frontDoor(aBrokenProduct(error));
      const answer = await jsonClient(door).start('jo');
      expect(answer.status).toBe(503);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      const problem = jsonOf(answer);
      expect(problem).toEqual({
        type: 'about:blank',
        title: 'service problem',
        status: 503,
        code: 'service-problem',
        changed: 'no',
        reference: expect.stringMatching(REFERENCE) as string,
      });
      const about = door.lines.filter((line) => line.includes(String(problem['reference'])));
      expect(about).toHaveLength(2);
      expect(about.join()).toContain(error instanceof Failure ? 'directory-unreachable' : 'unexpected');
    },
  );

  it('is told as a page to somebody with a browser', async () => {
    const door = frontDoor(aBrokenProduct(new Failure('store-unavailable', SECRET)));
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    const answer = await visitor.send('/recover', { username: 'jo' });
    expect(answer.status).toBe(503);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toMatch(REFERENCE);
    expect(answer.body).not.toContain('hunter2');
    expect(answer.body).not.toContain('store-unavailable');
  });
});

describe('the journal', () => {
  const answered = ({ lines }: FrontDoor) =>
    lines
      .map((line) => JSON.parse(line) as [string, Record<string, unknown>])
      .filter(([message]) => message === 'answered');

  it('has one line for every request, with its route, status and reference', async () => {
    const product = aProduct();
    await enrolled(product, 'jo');
    const door = frontDoor(product);
    const client = jsonClient(door);
    await client.start('jo');
    await client.call('POST', '/api/recovery', { nonsense: true });
    await door.ask({ method: 'GET', path: '/nothing' });
    expect(answered(door).map(([, { route, status }]) => [route, status])).toEqual([
      ['POST /api/recovery', 201],
      ['POST /api/recovery', 400],
      ['unknown', 404],
    ]);
    for (const [, { reference }] of answered(door)) expect(reference).toMatch(REFERENCE);
  });
});
