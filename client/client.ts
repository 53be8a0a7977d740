import { ApiProblem, foreignProblem } from './api-problem.ts';
import type { Api, Problem } from './api-types.ts';

export { ApiProblem } from './api-problem.ts';
export type * from './api-types.ts';

/** The name of a route: `'GET /api/admin/session'`. */
export type ApiKey = keyof Api;
/** What a route answers. */
export type ReplyOf<K extends ApiKey> = Api[K]['reply'];
/** What a route takes, its own part of `params`, `query` and `body`. */
export type Given<K extends ApiKey> = {
  readonly [P in keyof Omit<Api[K], 'reply'>]: P extends 'query'
    ? Loose<Omit<Api[K], 'reply'>[P]>
    : Omit<Api[K], 'reply'>[P];
};
/** In a query, what is undefined is left out. */
type Loose<Query> = { readonly [P in keyof Query]: Query[P] | undefined };

interface CallOptions {
  /** Gives up; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}
/** Nothing need be given where a route takes nothing. */
type CallArguments<K extends ApiKey> =
  object extends Given<K> ? [given?: Given<K> & CallOptions] : [given: Given<K> & CallOptions];

/** Calls a route and answers what it answered. Throws ApiProblem for everything else, also when nothing could be reached. */
export type Call = <K extends ApiKey>(key: K, ...given: CallArguments<K>) => Promise<ReplyOf<K>>;

export interface AdminClient {
  readonly call: Call;
}

export interface ClientOptions {
  /** Origin and base path, without a slash at the end: `https://reset.example.com`, `https://….amazonaws.com/prod`; in a page, the base path alone. */
  readonly base: string;
  /** In the console: the cookie goes along, with the header without which it does not count. */
  readonly console?: boolean;
  /** Elsewhere: the handle that signing in answered; asked for at each call. */
  readonly handle?: () => string | undefined;
  /** Instead of the global one, in tests. */
  readonly fetch?: typeof fetch;
}

interface AnyGiven extends CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: object;
}

/** A client of the admin API, for a browser or Node. */
export function adminClient(options: ClientOptions): AdminClient {
  const call = async (key: ApiKey, given: AnyGiven = {}): Promise<unknown> => {
    const [method = '', path = ''] = key.split(' ');
    const url = options.base + filled(path, given.params ?? {}) + queryText(given.query ?? {});
    const answer = await asked(options, url, {
      method,
      headers: headersOf(options, given.body !== undefined),
      credentials: options.console ? 'same-origin' : 'omit',
      redirect: 'error',
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
      ...(given.signal && { signal: given.signal }),
    });
    const value: unknown = await answer.json().catch((error: unknown) => {
      given.signal?.throwIfAborted();
      throw foreignProblem(answer.status, error);
    });
    if (answer.ok) return value;
    throw isProblem(value)
      ? new ApiProblem({ ...value, status: answer.status })
      : foreignProblem(answer.status);
  };
  return { call: call as Call };
}

async function asked(options: ClientOptions, url: string, request: RequestInit): Promise<Response> {
  try {
    return await (options.fetch ?? fetch)(url, request);
  } catch (error) {
    request.signal?.throwIfAborted();
    throw foreignProblem(0, error);
  }
}

function headersOf({ console, handle }: ClientOptions, hasBody: boolean): Record<string, string> {
  const bearer = handle?.();
  return {
    accept: 'application/json',
    ...(hasBody && { 'content-type': 'application/json' }),
    ...(console && { 'x-latchkey-console': '1' }),
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
  };
}

const filled = (path: string, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

function queryText(query: Readonly<Record<string, string | undefined>>): string {
  const there = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return there.length === 0 ? '' : `?${new URLSearchParams(there).toString()}`;
}

/** API Gateway's own refusals have no `status` in their body. */
const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
