import type * as z from 'zod/mini';
import { administration } from './api/administration.ts';
import { enrollment } from './api/enrollment.ts';
import { enrollmentPages } from './api/enrollment-pages.ts';
import { entrance } from './api/entrance.ts';
import { recovery } from './api/recovery.ts';
import { recoveryPages } from './api/recovery-pages.ts';
import type { Owner, RouteSpec } from './api/route-spec.ts';

export type { Owner } from './api/route-spec.ts';

/**
 * The whole API, part for part: who answers what, and what it takes. CDK builds the REST APIs from it, the OpenAPI document
 * is made from it, the local gateway serves it, and each function's routes.ts must answer exactly its part, or nothing compiles.
 */
export const api = {
  ...entrance,
  ...recovery,
  ...enrollment,
  ...recoveryPages,
  ...enrollmentPages,
  ...administration,
} as const;

export type RouteKey = keyof typeof api;
/** The routes one function must answer: all of its own, and none of another's. */
export type RouteKeysBy<O extends Owner> = {
  [K in RouteKey]: (typeof api)[K]['by'] extends O ? K : never;
}[RouteKey];
/** What a route's body holds once it was read. */
export type BodyOf<K extends RouteKey> = (typeof api)[K] extends {
  readonly body: () => infer Schema extends z.ZodMiniType;
}
  ? z.infer<Schema>
  : undefined;
/** What a route's address holds once it was read. */
export type QueryOf<K extends RouteKey> = (typeof api)[K] extends {
  readonly query: () => infer Schema extends z.ZodMiniType;
}
  ? z.infer<Schema>
  : Readonly<Record<string, string>>;
/** What a route answers when all is well. */
export type ReplyOf<K extends RouteKey> = (typeof api)[K] extends {
  readonly reply: () => infer Schema extends z.ZodMiniType;
}
  ? z.input<Schema>
  : unknown;
/** The specification of a route, as the edge, CDK and the OpenAPI document read it. */
export const routeSpec = (key: RouteKey): RouteSpec => api[key];
export const ROUTE_KEYS = Object.keys(api) as readonly RouteKey[];
