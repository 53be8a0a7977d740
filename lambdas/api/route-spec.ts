import type * as z from 'zod/mini';
import type { Role } from '../../domain/policy/configuration-document.ts';

/** The functions that answer requests; each has its own powers (ARCHITECTURE §4). */
export type Owner =
  'portal' | 'enroll' | 'verify' | 'unlock' | 'reset' | 'federation' | 'admin' | 'doctor' | 'console';

/** What there is to say of a route: who answers it, and what it takes. */
export interface RouteSpec {
  readonly by: Owner;
  /** `json`: bearer handle, problem+json. `page`: HTML, cookies, forms. `asset`: cacheable bytes. */
  readonly face: 'json' | 'page' | 'asset';
  readonly summary: string;
  /** Which handle it takes. */
  readonly handle?: 'flow' | 'session' | 'admin';
  /** Which administrators may use it; any of these roles. */
  readonly roles?: readonly Role[];
  readonly idempotent?: true;
  /** Made when first needed: a function's start pays for none of the others' schemas. */
  readonly body?: () => z.ZodMiniType;
  /** What it takes in the address; nothing else may stand there. Left out: nothing is checked. */
  readonly query?: () => z.ZodMiniType;
  /** What it answers when all is well. */
  readonly reply?: () => z.ZodMiniType;
  /** The most bytes of a body; 16 KiB when left out. */
  readonly most?: number;
}

/**
 * Routes whose addresses begin so, and no others. Each part of the API has beginnings that no other part has: a route that
 * stood in two of them would be the last one's without a word.
 */
export type RoutesUnder<Beginning extends `/${string}`> = Readonly<
  Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} ${Beginning}${string}`, RouteSpec>
>;
