import type { ReplyOf, RouteKeysBy } from '../api.ts';
import { json, type Reply } from '../http/reply.ts';

/** The same without leave to change it: what the domain hands out is not ours to change. */
type Told<T> = T extends object ? { readonly [P in keyof T]: Told<T[P]> } : T;

/** Answers what a route's schema says that it answers. */
export const tell = <K extends RouteKeysBy<'admin'>>(
  _key: K,
  value: Told<ReplyOf<K>>,
  extra: Partial<Reply> = {},
): Reply => json(200, value as object, extra);

/** Epoch milliseconds as ISO 8601, in UTC. */
export const instant = (at: number): string => new Date(at).toISOString();
