import { type MethodDeploymentOptions, MethodLoggingLevel } from 'aws-cdk-lib/aws-apigateway';
import { type RouteKey, routeSpec } from '../../lambdas/api.ts';
import { type Door, DOORS, routesBehind } from '../../lambdas/doors.ts';

/** Requests a second, and at once. All callers of one door share it, so it bounds what floods cost, and counts nobody's tries. */
interface Pace {
  readonly rate: number;
  readonly burst: number;
}

/** Of a whole door. */
const DOOR: Pace = { rate: 50, burst: 100 };
/** Of each route that begins something. */
const BEGINNING: Pace = { rate: 5, burst: 20 };
/** Of each other route by which people send something: a proof, a code to confirm, a password to take a method away. */
const PROOF: Pace = { rate: 10, burst: 40 };

/** The routes that begin a flow, a session or a change: each costs a search in the directory, or a try at a password. */
export const BEGINNINGS: readonly RouteKey[] = [
  'POST /api/recovery',
  'POST /recover',
  'POST /api/enrollment/session',
  'POST /enroll/sign-in',
  'POST /api/password/change',
  'POST /password/change',
  'POST /api/admin/session',
  // Both accounts of every domain sign in.
  'POST /api/admin/examination',
];

const sendsSomething = (key: RouteKey): boolean =>
  !key.startsWith('GET ') && DOORS[routeSpec(key).by] === 'portal' && !BEGINNINGS.includes(key);

/** The pace of a door, and of each of its routes that has one of its own, as a stage is told. */
export const doorPaces = (door: Door) => ({
  ...settingsOf(DOOR),
  methodOptions: Object.fromEntries(
    routesBehind(door).flatMap((key) =>
      BEGINNINGS.includes(key)
        ? [[methodPath(key), settingsOf(BEGINNING)]]
        : sendsSomething(key)
          ? [[methodPath(key), settingsOf(PROOF)]]
          : [],
    ),
  ),
});

/** What a request's body holds is never traced. A setting of a method replaces the stage's, so each says everything. */
const settingsOf = ({ rate, burst }: Pace): MethodDeploymentOptions => ({
  throttlingRateLimit: rate,
  throttlingBurstLimit: burst,
  loggingLevel: MethodLoggingLevel.OFF,
  dataTraceEnabled: false,
  metricsEnabled: true,
});

/** A route's method and path. */
export const partsOf = (key: RouteKey): readonly [string, string] => {
  const space = key.indexOf(' ');
  return [key.slice(0, space), key.slice(space + 1)];
};

const methodPath = (key: RouteKey): string => {
  const [method, path] = partsOf(key);
  return `${path}/${method}`;
};
