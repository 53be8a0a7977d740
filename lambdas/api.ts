import * as z from 'zod/mini';

/** The functions that answer requests; each has its own powers (ARCHITECTURE §4). */
export type Owner = 'portal' | 'enroll' | 'verify' | 'unlock' | 'reset';

interface RouteSpec {
  readonly by: Owner;
  /** `json`: bearer handle, problem+json. `page`: HTML, cookies, forms. `asset`: cacheable bytes. */
  readonly face: 'json' | 'page' | 'asset';
  readonly summary: string;
  /** Which handle it takes. */
  readonly handle?: 'flow' | 'session';
  readonly idempotent?: true;
  /** Made when first needed: a function's start pays for none of the others' schemas. */
  readonly body?: () => z.ZodMiniType;
}

/** Longer than any real one; what is longer is refused before anybody looks at it. */
const text = (most: number) => z.string().check(z.maxLength(most));
const username = () => text(512);
const password = () => text(1024);
const answers = () => z.record(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)), text(512));
/** Every form of a page: the anti-forgery token, and nothing that is not listed. */
const form = <Fields extends Record<string, z.ZodMiniType>>(fields: Fields) =>
  z.strictObject({ token: z.optional(text(128)), ...fields });
const field = (most: number) => z._default(text(most), '');

/**
 * The whole API on one page: who answers what, and what it takes. CDK builds the REST API from it, the OpenAPI document
 * is made from it, the local gateway serves it, and each function's routes.ts must answer exactly its part, or nothing compiles.
 */
// prettier-ignore
export const api = {
  'GET /': { by: 'portal', face: 'page', summary: 'Start page' },
  'GET /help': { by: 'portal', face: 'page', summary: 'What to do when nothing else helps' },
  'GET /healthz': { by: 'portal', face: 'json', summary: 'Alive, and which version' },
  'GET /assets/{file}': { by: 'portal', face: 'asset', summary: 'Style sheet and enhancement module' },
  'GET /.well-known/change-password': { by: 'portal', face: 'page', summary: 'Leads password managers to the change page' },

  'POST /api/recovery': { by: 'verify', face: 'json', summary: 'Start a recovery for a name',
    body: () => z.strictObject({ claim: z.strictObject({ username: username() }), send: z.optional(z.literal('email-code')) }) },
  'GET /api/recovery': { by: 'verify', face: 'json', handle: 'flow', summary: 'Where the flow stands: for each action, allowed or what is missing' },
  'POST /api/recovery/proofs/security-answers': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer the security answers, all of them at once',
    body: () => z.strictObject({ answers: answers() }) },
  'POST /api/recovery/proofs/email-code': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer the code that was sent by e-mail',
    body: () => z.strictObject({ code: text(64) }) },
  'POST /api/recovery/proofs/email-code/send': { by: 'verify', face: 'json', handle: 'flow', summary: 'Have a new code sent; the one before ends',
    body: () => z.strictObject({}) },
  'POST /api/recovery/unlock': { by: 'unlock', face: 'json', handle: 'flow', idempotent: true, summary: 'Unlock the account',
    body: () => z.strictObject({}) },
  'POST /api/recovery/reset': { by: 'reset', face: 'json', handle: 'flow', idempotent: true, summary: 'Set a new password; this unlocks too',
    body: () => z.strictObject({ newPassword: password() }) },

  'POST /api/enrollment/session': { by: 'enroll', face: 'json', summary: 'Sign in with the domain password',
    body: () => z.strictObject({ username: username(), password: password() }) },
  'DELETE /api/enrollment/session': { by: 'enroll', face: 'json', handle: 'session', summary: 'Sign out' },
  'GET /api/enrollment': { by: 'enroll', face: 'json', handle: 'session', summary: 'What is registered' },
  'PUT /api/enrollment/security-answers': { by: 'enroll', face: 'json', handle: 'session', summary: 'Register answers to the questionnaire',
    body: () => z.strictObject({ answers: answers() }) },
  'PUT /api/enrollment/email-code': { by: 'enroll', face: 'json', handle: 'session', summary: 'Propose an address (a code is sent), or confirm it with that code',
    body: () => z.union([z.strictObject({ address: text(320) }), z.strictObject({ code: text(64) })]) },
  'DELETE /api/enrollment/{method}': { by: 'enroll', face: 'json', handle: 'session', summary: 'Remove a method, with the password proven again',
    body: () => z.strictObject({ password: password() }) },
  'POST /api/password/change': { by: 'enroll', face: 'json', summary: 'Change a known password, old to new',
    body: () => z.strictObject({ username: username(), currentPassword: password(), newPassword: password() }) },

  'GET /recover': { by: 'verify', face: 'page', summary: 'R1 Who are you?' },
  'POST /recover': { by: 'verify', face: 'page', summary: 'Start', body: () => form({ username: field(512) }) },
  'GET /recover/methods': { by: 'verify', face: 'page', handle: 'flow', summary: 'R2 Choose how to prove it is you' },
  'GET /recover/security-answers': { by: 'verify', face: 'page', handle: 'flow', summary: 'R3 Questions' },
  'POST /recover/security-answers': { by: 'verify', face: 'page', handle: 'flow', summary: 'Answers',
    body: () => z.record(text(80), text(512)) },
  'GET /recover/email-code': { by: 'verify', face: 'page', handle: 'flow', summary: 'R3 Code' },
  'POST /recover/email-code': { by: 'verify', face: 'page', handle: 'flow', summary: 'Code',
    body: () => form({ code: field(64) }) },
  'GET /recover/email-code/send': { by: 'verify', face: 'page', summary: 'Leads to the form, for who reloads its answer' },
  'POST /recover/email-code/send': { by: 'verify', face: 'page', handle: 'flow', summary: 'Have a code sent',
    body: () => form({}) },
  'GET /recover/action': { by: 'verify', face: 'page', handle: 'flow', summary: 'R4 What do you want to do?' },
  'GET /recover/unlock': { by: 'verify', face: 'page', summary: 'Likewise' },
  'POST /recover/unlock': { by: 'unlock', face: 'page', handle: 'flow', summary: 'Unlock',
    body: () => form({ operation: field(64) }) },
  'GET /recover/reset': { by: 'reset', face: 'page', handle: 'flow', summary: 'R5 New password' },
  'POST /recover/reset': { by: 'reset', face: 'page', handle: 'flow', summary: 'Set it',
    body: () => form({ operation: field(64), newPassword: field(1024), username: field(512) }) },
  'GET /recover/done': { by: 'verify', face: 'page', handle: 'flow', summary: 'R6 Working, R7 Done' },

  'GET /enroll': { by: 'enroll', face: 'page', summary: 'E0 Sign in' },
  'GET /enroll/sign-in': { by: 'enroll', face: 'page', summary: 'Leads to the form, for who reloads its answer' },
  'GET /enroll/sign-out': { by: 'enroll', face: 'page', summary: 'Likewise' },
  'POST /enroll/sign-in': { by: 'enroll', face: 'page', summary: 'Sign in',
    body: () => form({ username: field(512), password: field(1024) }) },
  'POST /enroll/sign-out': { by: 'enroll', face: 'page', handle: 'session', summary: 'Sign out', body: () => form({}) },
  'GET /enroll/methods': { by: 'enroll', face: 'page', handle: 'session', summary: 'E1 Your recovery methods' },
  'GET /enroll/security-answers': { by: 'enroll', face: 'page', handle: 'session', summary: 'E2 Questions' },
  'POST /enroll/security-answers': { by: 'enroll', face: 'page', handle: 'session', summary: 'Register answers',
    body: () => z.record(text(80), text(512)) },
  'GET /enroll/email-code': { by: 'enroll', face: 'page', handle: 'session', summary: 'E4 E-mail address' },
  'POST /enroll/email-code': { by: 'enroll', face: 'page', handle: 'session', summary: 'Propose an address',
    body: () => form({ address: field(320), anyway: field(8), again: field(8) }) },
  'GET /enroll/email-code/confirm': { by: 'enroll', face: 'page', handle: 'session', summary: 'E4 Code' },
  'POST /enroll/email-code/confirm': { by: 'enroll', face: 'page', handle: 'session', summary: 'Confirm the address',
    body: () => form({ code: field(64) }) },
  'GET /enroll/done': { by: 'enroll', face: 'page', handle: 'session', summary: 'E7 Done' },
  'GET /enroll/{method}/remove': { by: 'enroll', face: 'page', handle: 'session', summary: 'E9 Remove a method' },
  'POST /enroll/{method}/remove': { by: 'enroll', face: 'page', handle: 'session', summary: 'Remove it',
    body: () => form({ currentPassword: field(1024) }) },
  'GET /password/change': { by: 'enroll', face: 'page', summary: 'C1 Change password' },
  'POST /password/change': { by: 'enroll', face: 'page', summary: 'Change it',
    body: () => form({ operation: field(64), username: field(512), currentPassword: field(1024), newPassword: field(1024) }) },
  'GET /password/changed': { by: 'enroll', face: 'page', summary: 'R7 Done, after a change' },
} as const satisfies Readonly<Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`, RouteSpec>>;

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
/** The specification of a route, as the edge, CDK and the OpenAPI document read it. */
export const routeSpec = (key: RouteKey): RouteSpec => api[key];
export const ROUTE_KEYS = Object.keys(api) as readonly RouteKey[];
