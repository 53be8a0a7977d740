import {
  findAdminVisit,
  prolongAdminVisit,
  type AdminVisitNeeds,
} from '../../domain/administration/admin-visit.ts';
import type { AdminSession } from '../../domain/administration/admin-session.ts';
import { Failure } from '../../domain/failure.ts';
import type { Role } from '../../domain/policy/configuration-document.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { routeSpec, type api, type RouteKey, type RouteKeysBy } from '../api.ts';
import { COOKIES } from '../http/cookies.ts';
import { problem, type Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';

/** The functions whose routes are for administrators. */
export type Administering = 'admin' | 'doctor';
/** What the door needs to know who is there. */
export type DoorNeeds = AdminVisitNeeds & Pick<Ports, 'directory' | 'configuration' | 'random'>;

/** The routes of administration that say whom they are for. */
export type GuardedKey<O extends Administering = Administering> = {
  [K in RouteKeysBy<O>]: (typeof api)[K] extends { readonly roles: readonly Role[] } ? K : never;
}[RouteKeysBy<O>];
/** Those that say nothing: for everybody, before anybody is signed in. */
export type OpenKey = Exclude<RouteKeysBy<'admin'>, GuardedKey>;

/** A route within the visit of somebody who may use it. */
export type WithinVisit<K extends GuardedKey> = (
  request: Request<K>,
  session: AdminSession,
) => Promise<Reply> | Reply;
export type GuardedRoutes<K extends GuardedKey = GuardedKey> = { readonly [P in K]: WithinVisit<P> };

/** What coming through the door does to a visit; undefined when it is over. */
type Passing = (ports: DoorNeeds, session: AdminSession) => Promise<AdminSession | undefined>;

/**
 * Puts every route behind the same door: a visit that lasts, and one of the roles that api.ts names for the route. Each request that comes
 * through makes the visit last longer, unless `passing` does otherwise.
 */
export const guarded = <K extends GuardedKey>(
  ports: DoorNeeds,
  routes: GuardedRoutes<K>,
  passing: Passing = prolongAdminVisit,
): BehindTheDoor<K> =>
  Object.fromEntries(
    Object.entries(routes).map(([key, route]) => [
      key,
      behindTheDoor(ports, passing, key as GuardedKey, route as WithinVisit<GuardedKey>),
    ]),
  ) as unknown as BehindTheDoor<K>;

type BehindTheDoor<K extends GuardedKey> = { readonly [P in K]: (request: Request<P>) => Promise<Reply> };

const behindTheDoor =
  (ports: DoorNeeds, passing: Passing, key: GuardedKey, route: WithinVisit<GuardedKey>) =>
  async (request: Request<GuardedKey>): Promise<Reply> => {
    const { adminKey } = request;
    const visit = adminKey === undefined ? undefined : await findAdminVisit(ports, adminKey);
    const session = visit && (await passing(ports, visit));
    if (!session) return gone(ports, request);
    return roleMissing(key, session) ?? withinLimits(route, request, session);
  };

/** The refusal of a route to somebody who has none of its roles. */
export function roleMissing(key: RouteKey, session: AdminSession): Reply | undefined {
  const roles = rolesFor(key);
  return roles.some((role) => session.roles.includes(role))
    ? undefined
    : problem(403, 'role-missing', session.reference, { roles });
}

/** A route that says nothing is for nobody. */
const rolesFor = (key: RouteKey): readonly Role[] => routeSpec(key).roles ?? [];

const gone = ({ random }: DoorNeeds, { fromConsole }: Request<GuardedKey>): Reply => ({
  ...problem(401, 'session-gone', random.reference()),
  ...(fromConsole && { cookies: [{ name: COOKIES.admin, value: undefined }] }),
});

async function withinLimits(
  route: WithinVisit<GuardedKey>,
  request: Request<GuardedKey>,
  session: AdminSession,
): Promise<Reply> {
  try {
    return await route(request, session);
  } catch (error) {
    // Not broken: too much was given. The message says how much there is room for.
    if (error instanceof Failure && error.code === 'record-too-large')
      return problem(413, 'document-too-large', session.reference, { detail: error.message });
    throw error;
  }
}
