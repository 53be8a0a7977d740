import type { BodyOf, Owner, QueryOf, RouteKey, RouteKeysBy } from '../api.ts';
import type { Presentation } from './presentation.ts';
import type { Reply } from './reply.ts';

/** What a route is told about a request, read and checked; never the raw event. */
export interface Request<K extends RouteKey = RouteKey> {
  readonly key: K;
  readonly body: BodyOf<K>;
  readonly params: Readonly<Record<string, string>>;
  readonly query: QueryOf<K>;
  /** The platform's source address as a bucket: an IPv4 address, an IPv6 /64. */
  readonly source: string;
  /** Negotiated language tag. */
  readonly language: string;
  /** Somebody picked it: by the address, or by the picker before. */
  readonly languagePicked: boolean;
  readonly presentation: Presentation;
  /** The store's key of the flow, session or administrator's handle that came along; undefined when none did. */
  readonly flowKey: string | undefined;
  readonly sessionKey: string | undefined;
  readonly adminKey: string | undefined;
  /** The key of what a browser keeps that was asked to be remembered; on pages alone. */
  readonly browserKey: string | undefined;
  /** Whether the console asks: then its handle is a cookie. */
  readonly fromConsole: boolean;
  /** The client's Idempotency-Key (JSON); forms carry theirs in the body. */
  readonly operation: string;
  /** Anti-forgery token for the forms of the answered page. */
  readonly formToken: string;
  /** Path without base path, for the language picker. */
  readonly path: string;
}

/** What one function answers: every route of its own in api.ts, and nothing else. */
export type Routes<O extends Owner> = {
  readonly [K in RouteKeysBy<O>]: (request: Request<K>) => Promise<Reply> | Reply;
};
