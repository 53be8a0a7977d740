import * as fc from 'fast-check';
import { ROUTE_KEYS, routeSpec, type RouteKey } from '../../../lambdas/api.ts';
import { humanText, anyText } from '../../support/any-text.ts';
import { ANSWERS, FIRST_PASSWORD } from './fresh-people.ts';
import { askJson, provenFlow, startedWithCode, type JsonFlow } from './json-client.ts';
import { ask, headerIn, jsonIn, type Answered, type Asked } from './over-http.ts';
import type { Running } from './running.ts';
import type { CastMember } from '../../../local/people.ts';

/** What is alive while it rains: flows, a session, a visit with its token. Requests come with them or without. */
export interface Alive {
  readonly open: JsonFlow;
  readonly proven: JsonFlow;
  readonly session: string;
  readonly visit: string;
  readonly token: string;
}

/** Opens a flow, proves another, signs in and visits a page; takes two people. */
export async function aliveIn(running: Running, [one, other]: readonly [CastMember, CastMember]): Promise<Alive> {
  const open = await startedWithCode(running, one.username);
  const proven = await provenFlow(running, other);
  const signIn = { username: one.username, password: FIRST_PASSWORD };
  const signed = await askJson(running, 'POST', '/api/enrollment/session', signIn);
  const page = await ask(running.origin, { method: 'GET', path: '/recover' });
  const cookie = headerIn(page, 'set-cookie') ?? '';
  return {
    open,
    proven,
    session: String(jsonIn(signed)['handle']),
    visit: /=([^;]*)/.exec(cookie)?.[1] ?? '',
    token: /name="token" value="([^"]*)"/.exec(page.body)?.[1] ?? '',
  };
}

/** One generated request, but for what is alive, which is put in when it is sent. */
export interface Drop {
  readonly key: RouteKey;
  readonly parameter: string;
  readonly suffix: string;
  readonly handle: 'open' | 'proven' | 'session' | 'none' | 'garbage';
  readonly honest: boolean;
  readonly contentType: string | undefined;
  readonly operation: string | undefined;
  readonly extra: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A body that the route would take, by what its fields are called; the beginning of every mutation. */
const WHOLE: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  claim: fc.record({ username: fc.constantFrom('fresh0', 'nobody', 'CORP\\fresh1', 'fresh1@corp.example.test') }),
  send: fc.constant('email-code'),
  answers: fc.constantFrom<unknown>(ANSWERS, { ...ANSWERS, 'first-teacher': 'wrong' }),
  code: fc.constantFrom('00000000', '1234 5678', '１２３４５６７８'),
  newPassword: fc.constantFrom('Quiet-Harbour-42-x', 'short', 'Start-Passw0rd-1'),
  username: fc.constantFrom('fresh0', 'fresh1', 'nobody', 'CORP\\nobody'),
  password: fc.constantFrom(FIRST_PASSWORD, 'Wrong-Pelican-7716', ''),
  currentPassword: fc.constantFrom(FIRST_PASSWORD, 'Wrong-Pelican-7716', ''),
  address: fc.constantFrom('somebody@home.example.net', 'no address', 'a@b'),
  operation: fc.constantFrom('operation-1', 'x', ''),
  anyway: fc.constant('yes'),
  again: fc.constant('yes'),
  'answer.first-concert': fc.constant(ANSWERS['first-concert']),
  'answer.childhood-street': fc.constant(ANSWERS['childhood-street']),
  'answer.first-teacher': fc.constant(ANSWERS['first-teacher']),
};

const FIELDS: Readonly<Partial<Record<string, readonly string[]>>> = {
  'POST /api/recovery': ['claim', 'send'],
  'POST /api/recovery/proofs/security-answers': ['answers'],
  'POST /api/recovery/proofs/email-code': ['code'],
  'POST /api/recovery/reset': ['newPassword'],
  'POST /api/enrollment/session': ['username', 'password'],
  'PUT /api/enrollment/security-answers': ['answers'],
  'PUT /api/enrollment/email-code': ['address', 'code'],
  'DELETE /api/enrollment/{method}': ['password'],
  'POST /api/password/change': ['username', 'currentPassword', 'newPassword'],
  'POST /recover': ['username'],
  'POST /recover/email-code': ['code'],
  'POST /recover/security-answers': ['answer.first-concert', 'answer.childhood-street', 'answer.first-teacher'],
  'POST /recover/unlock': ['operation'],
  'POST /recover/reset': ['operation', 'newPassword', 'username'],
  'POST /enroll/sign-in': ['username', 'password'],
  'POST /enroll/security-answers': ['answer.first-concert', 'answer.childhood-street', 'answer.first-teacher'],
  'POST /enroll/email-code': ['address', 'anyway', 'again'],
  'POST /enroll/email-code/confirm': ['code'],
  'POST /enroll/{method}/remove': ['currentPassword'],
  'POST /password/change': ['operation', 'username', 'currentPassword', 'newPassword'],
};

const long = fc.constantFrom(200, 600, 5_000, 20_000).map((length) => 'x'.repeat(length));
const odd: fc.Arbitrary<unknown> = fc.oneof(
  anyText(60),
  humanText(60),
  long,
  fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, [[]], { $ne: null }, '__proto__', '\0', '*', ')(cn=*'),
  fc.jsonValue({ maxDepth: 3 }),
);
const names = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'token', 'admin', ''), anyText(12));

/** What the route takes, with fields left out, put in, and made into something else. */
const fieldsFor = (key: RouteKey): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .tuple(
      fc.record(Object.fromEntries((FIELDS[key] ?? []).map((name) => [name, fieldFor(name)])), { requiredKeys: [] }),
      fc.option(fc.dictionary(names, odd, { maxKeys: 2 }), { freq: 3, nil: {} }),
    )
    .map(([known, unknown]) => ({ ...known, ...unknown }));

const fieldFor = (name: string): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: WHOLE[name] ?? fc.constant('x') }, { weight: 1, arbitrary: odd });

function bodyFor(key: RouteKey): fc.Arbitrary<string | undefined> {
  const spec = routeSpec(key);
  const whole = fieldsFor(key).map((fields) =>
    spec.face === 'json'
      ? JSON.stringify(fields)
      : Object.entries(fields)
          .map(([name, value]) => `${encoded(name)}=${encoded(typeof value === 'string' ? value : JSON.stringify(value) ?? '')}`)
          .join('&'),
  );
  const broken = fc
    .tuple(whole, fc.nat(), anyText(4))
    .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice(at % (text.length + 1)));
  const cut = fc.tuple(whole, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
  const plain = spec.body ? whole : fc.constant(undefined);
  return fc.oneof(
    { weight: 8, arbitrary: plain },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: cut },
    { weight: 1, arbitrary: anyText(80) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

const encoded = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2);

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Any request to any route: mostly right, and wrong in one way or another. */
export const anyDrop: fc.Arbitrary<Drop> = fc.constantFrom(...ROUTE_KEYS).chain((key) => {
  const right = routeSpec(key).face === 'json' ? JSON_TYPE : FORM_TYPE;
  return fc.record({
    key: fc.constant(key),
    parameter: fc.oneof(
      fc.constantFrom('security-answers', 'email-code', 'portal.css', '..', '%2e%2e', '__proto__', 'constructor'),
      anyText(12).map((text) => encodeURIComponent(text.toWellFormed())),
    ),
    suffix: fc.oneof(
      { weight: 6, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('?lang=de', '?lang=xx', '?lang=__proto__', '?%zz', '?a=1&a=2', '/', '//', '?') },
    ),
    handle: fc.constantFrom('open', 'proven', 'session', 'none', 'garbage'),
    honest: fc.boolean(),
    contentType: fc.oneof(
      { weight: 8, arbitrary: fc.constant<string | undefined>(right) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<(string | undefined)[]>(undefined, 'text/plain', JSON_TYPE, FORM_TYPE, 'application/json;charset=latin1', ';', 'multipart/form-data'),
      },
    ),
    operation: fc.constantFrom<(string | undefined)[]>('operation-1', 'operation-2', '"operation-3"', undefined, 'x', ' '),
    extra: fc.constantFrom<Readonly<Record<string, string>>[]>(
      {},
      {},
      { 'x-forwarded-for': '198.51.100.7' },
      { 'accept-language': 'de;q=2,*;q=zz' },
      { 'accept-language': '-,;q=' },
      { 'x-http-method-override': 'DELETE' },
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'null' },
    ),
    body: bodyFor(key),
  });
});

/** The request, with what is alive put in. */
export function askedOf(drop: Drop, alive: Alive, origin: string): Asked {
  const { key, parameter, suffix, contentType, operation, extra, honest, body } = drop;
  const [method = '', template = ''] = key.split(' ');
  const form = routeSpec(key).face === 'page' && body !== undefined;
  return {
    method,
    path: template.replace(/\{\w+\}/, parameter === '' ? 'x' : parameter) + suffix,
    headers: {
      ...handleHeaders(drop, alive),
      ...(contentType !== undefined && { 'content-type': contentType }),
      ...(operation !== undefined && { 'idempotency-key': operation }),
      ...(honest && { origin }),
      ...extra,
    },
    ...(body !== undefined && { body: form && honest ? `token=${alive.token}&${body}` : body }),
  };
}

function handleHeaders({ key, handle }: Drop, { open, proven, session, visit }: Alive): Record<string, string> {
  const handles = { open: open.handle, proven: proven.handle, session, none: '', garbage: "x' OR 1=1; --" };
  if (routeSpec(key).face === 'json')
    return handle === 'none' ? {} : { authorization: `Bearer ${handles[handle]}` };
  const kind = handle === 'session' ? 'session' : 'flow';
  return { cookie: `__Host-latchkey-visit=${visit}; __Host-latchkey-${kind}=${handles[handle]}` };
}

/** Stacks, distinguished names, SIDs, tables, files, hosts: what no answer may show. */
const INNARDS =
  /\bat .+\.(ts|js|mjs):\d+|node_modules|\bDC=corp|S-1-5-21-|latchkey-(flows|trail|enrollments|configuration)|SQLITE|ldaps:\/\/|\/tmp\/|TypeError|ZodError|undefined/;

/** What is wrong with an answer to a generated request; undefined when nothing is. */
export function wrongWith({ key, body }: Drop, { status, headers, body: answered }: Answered): string | undefined {
  if (status >= 500) return `${key} answered ${status}: ${answered.slice(0, 300)}`;
  if (status < 200) return `${key} answered ${status}`;
  const innards = INNARDS.exec(answered)?.[0];
  // A page shows a name again as it was typed.
  if (innards !== undefined && !(body ?? '').includes(innards)) return `${key} showed ${innards}`;
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (status >= 400 && routeSpec(key).face === 'json' && !/"code":"[a-z0-9-]+"/.test(answered) && status !== 404)
    return `${key} answered ${status} without a code: ${type}`;
  if (!headers.some(([name]) => name.toLowerCase() === 'content-security-policy'))
    return `${key} answered ${status} without security headers`;
  return undefined;
}

/** Sends one drop, and answers what is wrong with what came back. */
export async function rain(running: Running, alive: Alive, drop: Drop): Promise<string | undefined> {
  return wrongWith(drop, await ask(running.origin, askedOf(drop, alive, running.origin)));
}
