import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../domain/policy/configuration-document.ts';
import { ROUTE_KEYS, routeSpec, type RouteKeysBy } from '../../../lambdas/api.ts';
import type { GuardedKey } from '../../../lambdas/admin/guarded.ts';
import { COOKIES } from '../../../lambdas/http/cookies.ts';
import { visitOf } from '../../support/admin-desk.ts';
import { frontDoor, jsonOf } from '../../support/front-door.ts';
import { aProduct } from '../../support/product.ts';

const KEYS = ROUTE_KEYS.filter((key): key is RouteKeysBy<'admin' | 'doctor'> =>
  ['admin', 'doctor'].includes(routeSpec(key).by),
);
const GUARDED = KEYS.filter((key): key is GuardedKey => routeSpec(key).roles !== undefined);

const people = [{ domain: 'CORP', guid: '00000000-0000-4000-8000-000000000001' }];
/** A body that each route takes. */
const BODIES: Partial<Record<GuardedKey, object>> = {
  'PUT /api/admin/draft': { document: {}, basedOn: 0, revision: 0 },
  'DELETE /api/admin/draft': { revision: 1 },
  'POST /api/admin/draft/review': { revision: 1 },
  'POST /api/admin/draft/publish': { revision: 1, reason: 'because' },
  'POST /api/admin/draft/merge': { revision: 1, version: 1, choices: {} },
  'POST /api/admin/draft/restore': { version: 0, revision: 0 },
  'POST /api/admin/plan': { document: {} },
  'POST /api/admin/plan/impact': { document: {} },
  'POST /api/admin/match': { username: 'robin' },
  'POST /api/admin/explain': { claim: 'robin' },
  'POST /api/admin/registrations/revoke': { people, reason: 'because' },
  'POST /api/admin/registrations/remind': { people },
  'POST /api/admin/people/freeze': { people, reason: 'because' },
  'POST /api/admin/people/unfreeze': { people, reason: 'because' },
  'POST /api/admin/examination': {},
};
const QUERIES: Partial<Record<GuardedKey, string>> = {
  'GET /api/admin/directory': '?kind=user&beginning=r',
};

const product = aProduct();
const door = frontDoor(product);

const ask = (key: GuardedKey, headers: Readonly<Record<string, string>>) => {
  const [method = '', template = ''] = key.split(' ');
  const body = BODIES[key];
  return door.ask({
    method,
    path: template.replace('{version}', '0') + (QUERIES[key] ?? ''),
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
};
const askAs = async (key: GuardedKey, roles: readonly Role[]) =>
  ask(key, { authorization: `Bearer ${await visitOf(product, 'alice', roles)}` });

const CASES = GUARDED.flatMap((key) =>
  ROLES.map((role) => ({ key, role, may: routeSpec(key).roles?.includes(role) ?? false })),
);

describe('who may use the admin API', () => {
  it('is said for every route but signing in', () => {
    expect(KEYS.filter((key) => !GUARDED.some((guarded) => guarded === key))).toEqual([
      'POST /api/admin/session',
    ]);
    for (const key of GUARDED) expect([key, routeSpec(key).handle]).toEqual([key, 'admin']);
  });

  it.each(CASES.filter(({ may }) => !may))('$key is refused for the $role', async ({ key, role }) => {
    const answer = await askAs(key, [role]);
    expect([answer.status, jsonOf(answer)]).toMatchObject([
      403,
      { code: 'role-missing', roles: routeSpec(key).roles },
    ]);
  });

  it.each(CASES.filter(({ may }) => may))('$key is for the $role', async ({ key, role }) => {
    const { status } = await askAs(key, [role]);
    expect([401, 403, 503]).not.toContain(status);
  });

  it.each(GUARDED)('%s is refused for nobody at all', async (key) => {
    const answer = await ask(key, {});
    expect([answer.status, jsonOf(answer)]).toMatchObject([401, { code: 'session-gone' }]);
  });

  it.each(GUARDED)('%s is refused for a handle that nobody was given', async (key) => {
    const answer = await ask(key, { authorization: `Bearer ${'x'.repeat(43)}` });
    expect([answer.status, jsonOf(answer)]).toMatchObject([401, { code: 'session-gone' }]);
  });

  it.each(GUARDED)('%s takes the cookie of the console, whichever function answers it', async (key) => {
    const cookie = `${COOKIES.admin}=${await visitOf(product, 'alice', ROLES)}`;
    expect((await ask(key, { cookie, 'x-latchkey-console': '1' })).status).not.toBe(401);
    expect((await ask(key, { cookie })).status).toBe(401);
  });

  it.each(GUARDED)('%s is refused for an administrator without any role', async (key) => {
    expect((await askAs(key, [])).status).toBe(403);
  });
});
