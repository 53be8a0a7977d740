import type { Action } from '../../../domain/policy/action.ts';
import { flowOf, askJson, startJson } from '../proofs/json-client.ts';
import { codeIn, headerIn, jsonIn, type Answered } from '../proofs/over-http.ts';
import { leadsTo, pageClient } from '../proofs/page-client.ts';
import type { ClientKind, Offered, Sent } from './model-steps.ts';

/** What came of an offer, whoever asked. */
export type Offering = 'proven' | 'wrong' | 'closed' | 'other';
/** What came of asking for an action. */
export type Acting = 'done' | 'missing' | 'closed' | 'other';

/** What is typed, by the names that JSON has for it. */
export type Typed =
  | { readonly code: string }
  | { readonly [group in 'answers' | 'attributes']?: Readonly<Record<string, string>> };

/** One flow in the hands of one client. */
export interface ModelClient {
  /** The handle, which both faces know it by. */
  readonly handle: string;
  send(method: Sent): Promise<boolean>;
  offer(method: Offered, typed: Typed): Promise<Offering>;
  act(action: Action, operation: string, newPassword: string): Promise<Acting>;
}

interface Site {
  readonly origin: string;
}

/** Starts a flow for a name as that kind of client does. */
export async function startAs(kind: ClientKind, site: Site, username: string): Promise<ModelClient> {
  if (kind === 'json') return programAt(site, flowOf(site, await startJson(site, username)).handle);
  const browser = await browserAt(site, username);
  if (kind === 'pages') return browser;
  const program = programAt(site, browser.handle);
  let turn = 0;
  const next = (): ModelClient => ((turn += 1) % 2 === 0 ? browser : program);
  return {
    handle: browser.handle,
    send: (method) => next().send(method),
    offer: (method, typed) => next().offer(method, typed),
    act: (action, operation, newPassword) => next().act(action, operation, newPassword),
  };
}

const CLOSED = ['flow-gone', 'flow-expired', 'flow-refused', 'flow-working', 'flow-done', 'flow-moved-on'];

function programAt(site: Site, handle: string): ModelClient {
  const bearer = { authorization: `Bearer ${handle}` };
  const post = (path: string, body: object, more: Readonly<Record<string, string>> = {}) =>
    askJson(site, 'POST', `/api/recovery/${path}`, body, { ...bearer, ...more });
  return {
    handle,
    send: async (method) => (await post(`proofs/${method}/send`, {})).status === 202,
    async offer(method, typed) {
      const code = codeIn(await post(`proofs/${method}`, typed));
      if (code === 'done') return 'proven';
      if (code === 'proof-wrong') return 'wrong';
      return CLOSED.includes(code) ? 'closed' : 'other';
    },
    async act(action, operation, newPassword) {
      const body = action === 'reset' ? { newPassword } : {};
      const code = codeIn(await post(action, body, { 'idempotency-key': operation }));
      if (code === 'done') return 'done';
      if (code === 'proof-missing') return 'missing';
      return CLOSED.includes(code) ? 'closed' : 'other';
    },
  };
}

async function browserAt(site: Site, username: string): Promise<ModelClient> {
  const { get, post } = pageClient(site);
  await get('/recover');
  const started = await post('/recover', { username });
  const handle = started.headers.flatMap(([name, value]) =>
    name.toLowerCase() === 'set-cookie' ? (/^__Host-latchkey-flow=([^;]+)/.exec(value)?.[1] ?? []) : [],
  )[0];
  if (handle === undefined) throw new Error(`not started: ${String(started.status)}`);
  const ended = ({ status }: Answered): boolean => status === 410 || status === 403;
  return {
    handle,
    send: async (method) => leadsTo(await post(`/recover/${method}/send`, {})) === `/recover/${method}`,
    async offer(method, typed) {
      const answered = await post(`/recover/${method}`, fieldsOf(typed));
      const to = headerIn(answered, 'location');
      if (to === '/recover/methods' || to === '/recover/action') return 'proven';
      if (to?.includes('again=')) return 'wrong';
      return to === '/recover/done' || ended(answered) ? 'closed' : 'other';
    },
    async act(action, operation, newPassword) {
      const more = action === 'reset' ? { newPassword } : {};
      const answered = await post(`/recover/${action}`, { operation, ...more });
      const to = headerIn(answered, 'location');
      if (to === '/recover/methods') return 'missing';
      if (ended(answered)) return 'closed';
      return to === '/recover/done' ? 'done' : 'other';
    },
  };
}

/** The fields of a form; those of a group stand one by one. */
const fieldsOf = (typed: Typed): Readonly<Record<string, string>> =>
  'code' in typed
    ? { code: typed.code }
    : Object.fromEntries([
        ...Object.entries(typed.answers ?? {}).map(([id, text]) => [`answer.${id}`, text] as const),
        ...Object.entries(typed.attributes ?? {}).map(([id, text]) => [`given.${id}`, text] as const),
      ]);

/** Where a flow stands, by what the API says of it. */
export interface Stands {
  readonly state: string;
  readonly unlock: boolean;
  readonly reset: boolean;
}

export async function standsAt(site: Site, handle: string): Promise<Stands> {
  const answered = jsonIn(
    await askJson(site, 'GET', '/api/recovery', undefined, { authorization: `Bearer ${handle}` }),
  );
  const actions = answered['actions'] as Readonly<Record<Action, { readonly allowed: boolean }>> | undefined;
  return {
    state: String(answered['state']),
    unlock: actions?.unlock.allowed === true,
    reset: actions?.reset.allowed === true,
  };
}
