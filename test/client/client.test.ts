import { describe, expect, it } from 'vitest';
import { adminClient, ApiProblem } from '../../client/client.ts';
import { addedImpact } from '../../client/impact.ts';
import { pages } from '../../client/pages.ts';
import type { Impact } from '../../client/api-types.ts';

/** A `fetch` that answers so, and remembers what it was asked. */
function answering(status: number, body: string) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetching: typeof fetch = async (url, init = {}) => {
    asked.push({ url: typeof url === 'string' ? url : 'no address', init });
    return new Response(body, { status });
  };
  return { fetching, asked };
}
const base = 'https://reset.example.com/prod';
const failed = (calling: Promise<unknown>): Promise<unknown> => calling.catch((error: unknown) => error);

describe('a client of the admin API', () => {
  it('fills in the path and the query, and leaves out what is undefined', async () => {
    const { fetching, asked } = answering(200, '{}');
    const { call } = adminClient({ base, fetch: fetching });
    const version = 'GET /api/admin/configuration/versions/{version}';
    await call(version, { params: { version: '../3' } });
    await call('GET /api/admin/trail', { query: { username: 'a&b', cursor: undefined } });
    await call('GET /api/admin/session');
    expect(asked.map(({ url }) => url)).toEqual([
      `${base}/api/admin/configuration/versions/..%2F3`,
      `${base}/api/admin/trail?username=a%26b`,
      `${base}/api/admin/session`,
    ]);
  });

  it('sends the handle as it is at the time of the call, and no cookie', async () => {
    const { fetching, asked } = answering(200, '{}');
    let handle: string | undefined;
    const { call } = adminClient({ base, fetch: fetching, handle: () => handle });
    await call('GET /api/admin/session');
    handle = 'secret';
    await call('GET /api/admin/session');
    expect(asked.map(({ init }) => new Headers(init.headers).get('authorization'))).toEqual([
      null,
      'Bearer secret',
    ]);
    expect(asked.map(({ init }) => init.credentials)).toEqual(['omit', 'omit']);
  });

  it('sends the cookie in the console, with the header that makes it count', async () => {
    const { fetching, asked } = answering(200, '{}');
    await adminClient({ base: '', fetch: fetching, console: true }).call('GET /api/admin/session');
    expect(new Headers(asked[0]?.init.headers).get('x-latchkey-console')).toBe('1');
    expect(asked[0]).toMatchObject({ url: '/api/admin/session', init: { credentials: 'same-origin' } });
  });

  it('throws the problem that was answered, with all of it', async () => {
    const told = {
      type: 'about:blank',
      title: 'x',
      status: 409,
      code: 'draft-moved',
      reference: 'K7Q2-M9XD',
    };
    const { fetching } = answering(409, JSON.stringify({ ...told, roles: ['auditor'] }));
    const error = await failed(adminClient({ base, fetch: fetching }).call('GET /api/admin/session'));
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ status: 409, code: 'draft-moved', reference: 'K7Q2-M9XD' });
    expect((error as ApiProblem).problem.roles).toEqual(['auditor']);
  });

  it('takes the status of the answer where the problem has none: API Gateway leaves it out', async () => {
    const { fetching } = answering(403, '{"code":"address-not-allowed","reference":"r"}');
    const error = await failed(adminClient({ base, fetch: fetching }).call('GET /api/admin/session'));
    expect(error).toMatchObject({ status: 403, code: 'address-not-allowed' });
  });

  it.each([
    [502, '<html>', 502],
    [200, '<html>', 200],
    [500, '"sorry"', 500],
  ])('says that something else answered %i %s', async (status, body, told) => {
    const { fetching } = answering(status, body);
    const error = await failed(adminClient({ base, fetch: fetching }).call('GET /api/admin/session'));
    expect(error).toMatchObject({ name: 'ApiProblem', status: told, code: 'unreachable' });
  });

  it('says when nothing answered, and why', async () => {
    const cause = new TypeError('fetch failed');
    const client = adminClient({ base, fetch: () => Promise.reject(cause) });
    const error = await failed(client.call('GET /api/admin/session'));
    expect(error).toMatchObject({ status: 0, code: 'unreachable', cause });
  });

  it('gives up when it is told to, without calling that a problem', async () => {
    const leaving = new AbortController();
    leaving.abort(new Error('left'));
    const client = adminClient({ base, fetch: () => Promise.reject(new TypeError('aborted')) });
    const error = await failed(client.call('GET /api/admin/session', { signal: leaving.signal }));
    expect(error).toEqual(new Error('left'));
  });
});

describe('pages', () => {
  it('are asked for one after the other, until there is no next', async () => {
    const asked: (string | undefined)[] = [];
    const load = async (cursor: string | undefined) => {
      asked.push(cursor);
      return asked.length < 3 ? { next: `after ${asked.length}` } : {};
    };
    for await (const _page of pages(load)) if (asked.length > 9) break;
    expect(asked).toEqual([undefined, 'after 1', 'after 2']);
  });

  it('add up: numbers, and records key by key, whichever page has them', () => {
    const page = (changes: Partial<Impact>): Impact => ({
      people: 2,
      touched: 1,
      mustRegisterAgain: 0,
      newlyBlocked: 0,
      noLongerBlocked: 0,
      byUserConfiguration: {},
      byStatus: {},
      answered: {},
      ...changes,
    });
    const one = page({ answered: { a: 1 }, byStatus: { never: { before: 1, after: 2 } }, next: 'x' });
    const two = page({ answered: { a: 2, b: 1 }, byStatus: { never: { before: 1, after: 0 } } });
    expect(addedImpact(addedImpact(undefined, one), two)).toEqual(
      page({ people: 4, touched: 2, answered: { a: 3, b: 1 }, byStatus: { never: { before: 2, after: 2 } } }),
    );
  });
});
