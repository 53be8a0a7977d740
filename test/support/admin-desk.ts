import { expect } from 'vitest';
import type { AdminSession } from '../../domain/administration/admin-session.ts';
import { ROLES, type Role } from '../../domain/policy/configuration-document.ts';
import { LIFETIMES } from '../../domain/policy/limits.ts';
import { adminClient, ApiProblem, type AdminClient, type Problem } from '../../client/client.ts';
import { routeSpec, type RouteKey } from '../../lambdas/api.ts';
import { eventOf, keyOf } from './asked-event.ts';
import { frontDoor, ORIGIN, type FrontDoor } from './front-door.ts';
import type { Product } from './product.ts';
import { anAccount } from './scripted-account.ts';

/** The admin API, called by the product's own client; every good answer is held to what its route says it answers. */
export interface AdminDesk {
  readonly door: FrontDoor;
  /** A client with the handle of a new visit of somebody with these roles. */
  as(username: string, ...roles: readonly Role[]): Promise<AdminClient>;
  /** A client without a handle. */
  readonly nobody: AdminClient;
}

export function adminDesk(product: Product): AdminDesk {
  const door = frontDoor(product);
  const client = (handle?: string) =>
    adminClient({ base: ORIGIN, handle: () => handle, fetch: fetchThrough(door) });
  return {
    door,
    nobody: client(),
    as: async (username, ...roles) => client(await visitOf(product, username, roles)),
  };
}

/** Opens a visit as signing in does; answers its handle. */
export async function visitOf(
  { ports, clock }: Product,
  username: string,
  roles: readonly Role[] = ROLES,
): Promise<string> {
  const { handle, key } = ports.random.handle();
  const now = clock.now();
  const session: AdminSession = {
    key,
    reference: ports.random.reference(),
    administrator: { person: { domain: 'CORP', guid: `guid-of-${username}` }, name: `CORP\\${username}` },
    displayName: username,
    roles,
    passwordLastSet: anAccount(username).passwordLastSet,
    version: 1,
    startedAt: now,
    expiresAt: now + LIFETIMES.adminIdle,
    source: '192.0.2.7',
    ended: false,
  };
  await ports.adminSessions.create(session);
  return handle;
}

/** `fetch`, answered by the front door. */
export const fetchThrough =
  (door: FrontDoor): typeof fetch =>
  async (input, init = {}) => {
    if (typeof input !== 'string') throw new Error('the client asks by address');
    const asked = {
      method: init.method ?? 'GET',
      path: input.slice(ORIGIN.length),
      headers: init.headers as Record<string, string>,
      ...(typeof init.body === 'string' && { body: init.body }),
    };
    const { status, headers, body } = await door.ask(asked);
    if (status < 300) holdToItsSchema(keyOf(eventOf(asked)) as RouteKey, body);
    return new Response(body, { status, headers });
  };

/** Fails the test when an answer is not what its route says: something missing, of another type, or more than is said. */
function holdToItsSchema(key: RouteKey, body: string): void {
  const { reply } = routeSpec(key);
  if (!reply) return;
  const value: unknown = JSON.parse(body);
  const read = reply().safeParse(value);
  expect(read.success ? [] : read.error.issues, key).toEqual([]);
  expect(value, key).toEqual(read.data);
}

/** The problem a call ends with; fails the test when it does not. */
export async function problemOf(calling: Promise<unknown>): Promise<Problem> {
  const answered = await calling.then(
    (value) => `it was answered: ${JSON.stringify(value)}`,
    (error: unknown) => error,
  );
  if (answered instanceof ApiProblem) return answered.problem;
  throw answered instanceof Error ? answered : new Error(String(answered));
}
