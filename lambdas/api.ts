import * as z from 'zod/mini';
import type { Role } from '../domain/policy/configuration-document.ts';
import { CODE_METHODS } from '../domain/verification/method.ts';
import { healthReplies } from './admin/shapes/health-parts.ts';
import { adminReplies } from './admin/shapes/replies.ts';
import { adminBodies, adminQueries } from './admin/shapes/requests.ts';
import { ceremonyAnswers } from './http/ceremony-answers.ts';
import { perRemovable } from './per-removable.ts';

/** The functions that answer requests; each has its own powers (ARCHITECTURE §4). */
export type Owner =
  'portal' | 'enroll' | 'verify' | 'unlock' | 'reset' | 'federation' | 'admin' | 'doctor' | 'console';

interface RouteSpec {
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

/** Longer than any real one; what is longer is refused before anybody looks at it. */
const text = (most: number) => z.string().check(z.maxLength(most));
const username = () => text(512);
const details = () => z.record(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/)), text(512));
const password = () => text(1024);
const answers = () => z.record(z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)), text(512));
/** Every form of a page: the anti-forgery token, and nothing that is not listed. */
const form = <Fields extends Record<string, z.ZodMiniType>>(fields: Fields) =>
  z.strictObject({ token: z.optional(text(128)), ...fields });
const field = (most: number) => z._default(text(most), '');
/** What an identity provider leads back with (OAuth 2.0 §4.1.2, RFC 9207); whatever else it adds is nobody's business here. */
const RETURNED = { code: 4096, state: 512, iss: 2048, error: 256 } as const;
const fieldsReturned = () => ({
  code: field(RETURNED.code),
  state: field(RETURNED.state),
  iss: field(RETURNED.iss),
  error: field(RETURNED.error),
});
/** The same in the address. `lang` and whatever a provider adds may stand there too. */
const fieldsInAddress = () => z.object(fieldsReturned());
const returned = () =>
  z.object({
    code: z.optional(text(RETURNED.code)),
    state: text(RETURNED.state),
    iss: z.optional(text(RETURNED.iss)),
    error: z.optional(text(RETURNED.error)),
  });
/** What administrators have people asked for, by its id: an attribute's name may have capitals. */
const prompted = () => z.record(z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/)), text(512));

const EVERY_ADMINISTRATOR: readonly Role[] = ['administrator', 'policy-editor', 'help-desk', 'auditor'];
const POLICY: readonly Role[] = ['administrator', 'policy-editor'];
const READERS: readonly Role[] = ['administrator', 'policy-editor', 'auditor'];
const DESK: readonly Role[] = ['administrator', 'help-desk'];
const admin = { by: 'admin', face: 'json', handle: 'admin' } as const;
/** The most characters of what a browser answers about a passkey. */
const CEREMONY = 14_000;
/** A configuration with its texts, its lists and a logo; the central store keeps up to 350,000 bytes of it. */
const DOCUMENT = 512 * 1024;

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
  'GET /branding/{file}': { by: 'portal', face: 'asset', summary: 'The customer’s colours and logo' },
  'GET /.well-known/change-password': { by: 'portal', face: 'page', summary: 'Leads password managers to the change page' },

  'POST /api/recovery': { by: 'verify', face: 'json', summary: 'Start a recovery, for a name or for all that the search form asks for',
    body: () => z.strictObject({ claim: z.union([z.strictObject({ username: username() }), z.strictObject({ attributes: details() })]), send: z.optional(z.enum(CODE_METHODS)) }) },
  'GET /api/recovery': { by: 'verify', face: 'json', handle: 'flow', summary: 'Where the flow stands: for each action allowed, what is missing, or why it would not work now; once proven, how the account is' },
  'POST /api/recovery/proofs/security-answers': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer the security answers, all of them at once',
    body: () => z.strictObject({ answers: answers() }) },
  'POST /api/recovery/proofs/email-code': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer the code that was sent by e-mail',
    body: () => z.strictObject({ code: text(64) }) },
  'POST /api/recovery/proofs/email-code/send': { by: 'verify', face: 'json', handle: 'flow', summary: 'Have a new code sent; the one before ends',
    body: () => z.strictObject({}) },
  'GET /api/recovery/proofs/openid-connect': { by: 'federation', face: 'json', handle: 'flow', summary: 'Where to sign in at the identity provider, for this flow' },
  'POST /api/recovery/proofs/openid-connect': { by: 'federation', face: 'json', handle: 'flow', summary: 'Offer what the identity provider led back with',
    body: () => z.strictObject({ returned: returned() }) },
  'POST /api/recovery/proofs/external-responses': { by: 'federation', face: 'json', handle: 'flow', summary: 'Offer responses that the organization’s own service judges, all of them at once',
    body: () => z.strictObject({ responses: prompted() }) },
  'POST /api/recovery/proofs/ldap-attributes': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer attributes of the account, all of them at once',
    body: () => z.strictObject({ attributes: prompted() }) },
  'POST /api/recovery/proofs/sms-code': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer the code that was sent by text message',
    body: () => z.strictObject({ code: text(64) }) },
  'POST /api/recovery/proofs/sms-code/send': { by: 'verify', face: 'json', handle: 'flow', summary: 'Have a new code sent; the one before ends',
    body: () => z.strictObject({}) },
  'POST /api/recovery/proofs/sent-code': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer the code that was sent by e-mail or text message',
    body: () => z.strictObject({ code: text(64) }) },
  'POST /api/recovery/proofs/sent-code/send': { by: 'verify', face: 'json', handle: 'flow', summary: 'Have a new code sent, by the way that is given where people choose; the one before ends',
    body: () => z.strictObject({ by: z.optional(z.enum(['email', 'sms'])) }) },
  'POST /api/recovery/proofs/authenticator-app': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer the code that an authenticator app shows',
    body: () => z.strictObject({ code: text(64) }) },
  'POST /api/recovery/proofs/recovery-code': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer a saved recovery code',
    body: () => z.strictObject({ code: text(64) }) },
  'POST /api/recovery/proofs/previous-authentication': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer what a remembered browser keeps',
    body: () => z.strictObject({ browser: text(64) }) },
  'GET /api/recovery/proofs/passkey': { by: 'verify', face: 'json', handle: 'flow', summary: 'What navigator.credentials.get is asked with; the same for everybody but for the challenge' },
  'POST /api/recovery/proofs/passkey': { by: 'verify', face: 'json', handle: 'flow', summary: 'Offer what it answered',
    body: () => z.strictObject({ answer: ceremonyAnswers.get() }) },
  'POST /api/recovery/unlock': { by: 'unlock', face: 'json', handle: 'flow', idempotent: true, summary: 'Unlock the account',
    body: () => z.strictObject({}) },
  'POST /api/recovery/reset': { by: 'reset', face: 'json', handle: 'flow', idempotent: true, summary: 'Set a new password, or have one made and sent where the organization has it so (then without newPassword); this unlocks too',
    body: () => z.strictObject({ newPassword: z.optional(password()) }) },

  'POST /api/enrollment/session': { by: 'enroll', face: 'json', summary: 'Sign in with the domain password',
    body: () => z.strictObject({ username: username(), password: password() }) },
  'DELETE /api/enrollment/session': { by: 'enroll', face: 'json', handle: 'session', summary: 'Sign out' },
  'GET /api/enrollment': { by: 'enroll', face: 'json', handle: 'session', summary: 'What is registered' },
  'PUT /api/enrollment/security-answers': { by: 'enroll', face: 'json', handle: 'session', summary: 'Register answers to the questionnaire',
    body: () => z.strictObject({ answers: answers() }) },
  'PUT /api/enrollment/email-code': { by: 'enroll', face: 'json', handle: 'session', summary: 'Propose an address (a code is sent), or confirm it with that code',
    body: () => z.union([z.strictObject({ address: text(320) }), z.strictObject({ code: text(64) })]) },
  'GET /api/enrollment/openid-connect': { by: 'federation', face: 'json', handle: 'session', summary: 'Where to sign in at the identity provider, to link the account there' },
  'PUT /api/enrollment/openid-connect': { by: 'federation', face: 'json', handle: 'session', summary: 'Link the account, by what the identity provider led back with',
    body: () => z.strictObject({ returned: returned() }) },
  'PUT /api/enrollment/sms-code': { by: 'enroll', face: 'json', handle: 'session', summary: 'Propose a mobile number (a code is sent), or confirm it with that code',
    body: () => z.union([z.strictObject({ number: text(64) }), z.strictObject({ code: text(64) })]) },
  'PUT /api/enrollment/authenticator-app': { by: 'enroll', face: 'json', handle: 'session', summary: 'Begin with an authenticator app (its secret is told), or confirm it with a code it makes',
    body: () => z.union([z.strictObject({ code: text(64) }), z.strictObject({})]) },
  'PUT /api/enrollment/recovery-code': { by: 'enroll', face: 'json', handle: 'session', summary: 'Make a new set of recovery codes, told once; those before it end',
    body: () => z.strictObject({}) },
  'PUT /api/enrollment/previous-authentication': { by: 'enroll', face: 'json', handle: 'session', summary: 'Have a browser remembered, by what is answered once',
    body: () => z.strictObject({}) },
  'GET /api/enrollment/passkey': { by: 'enroll', face: 'json', handle: 'session', summary: 'One’s passkeys, and what navigator.credentials.create is asked with' },
  'PUT /api/enrollment/passkey': { by: 'enroll', face: 'json', handle: 'session', summary: 'Register what it answered, under a name',
    body: () => z.strictObject({ answer: ceremonyAnswers.create(), name: z.optional(text(256)) }) },
  'DELETE /api/enrollment/passkey/{passkey}': { by: 'enroll', face: 'json', handle: 'session', summary: 'Remove one passkey, with the password proven again',
    body: () => z.strictObject({ password: password() }) },
  ...perRemovable('DELETE /api/enrollment/', '', () => ({ by: 'enroll', face: 'json', handle: 'session', summary: 'Remove the method, with the password proven again',
    body: () => z.strictObject({ password: password() }) } as const)),
  'POST /api/password/change': { by: 'enroll', face: 'json', summary: 'Change a known password, old to new',
    body: () => z.strictObject({ username: username(), currentPassword: password(), newPassword: password() }) },

  'GET /recover': { by: 'verify', face: 'page', summary: 'R1 Who are you?' },
  'POST /recover': { by: 'verify', face: 'page', summary: 'Start', body: () => z.record(text(80), text(512)) },
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
  'GET /recover/openid-connect': { by: 'federation', face: 'page', handle: 'flow', summary: 'R3 Sign in at the identity provider' },
  'GET /recover/openid-connect/return': { by: 'federation', face: 'page', summary: 'Where the provider leads back to; consumes nothing', query: fieldsInAddress },
  'POST /recover/openid-connect/return': { by: 'federation', face: 'page', handle: 'flow', summary: 'The sign-in',
    body: () => form(fieldsReturned()) },
  'GET /recover/external-responses': { by: 'federation', face: 'page', handle: 'flow', summary: 'R3 What the organization’s own service asks for' },
  'POST /recover/external-responses': { by: 'federation', face: 'page', handle: 'flow', summary: 'Responses',
    body: () => z.record(text(80), text(512)) },
  'GET /recover/ldap-attributes': { by: 'verify', face: 'page', handle: 'flow', summary: 'R3 What the directory knows of the person' },
  'POST /recover/ldap-attributes': { by: 'verify', face: 'page', handle: 'flow', summary: 'Attributes',
    body: () => z.record(text(80), text(512)) },
  'GET /recover/sms-code': { by: 'verify', face: 'page', handle: 'flow', summary: 'R3 Code' },
  'POST /recover/sms-code': { by: 'verify', face: 'page', handle: 'flow', summary: 'Code',
    body: () => form({ code: field(64) }) },
  'GET /recover/sms-code/send': { by: 'verify', face: 'page', summary: 'Leads to the form, for who reloads its answer' },
  'POST /recover/sms-code/send': { by: 'verify', face: 'page', handle: 'flow', summary: 'Have a code sent',
    body: () => form({}) },
  'GET /recover/sent-code': { by: 'verify', face: 'page', handle: 'flow', summary: 'R3 Code' },
  'POST /recover/sent-code': { by: 'verify', face: 'page', handle: 'flow', summary: 'Code',
    body: () => form({ code: field(64) }) },
  'GET /recover/sent-code/send': { by: 'verify', face: 'page', handle: 'flow', summary: 'R3 By which way, where people choose' },
  'POST /recover/sent-code/send': { by: 'verify', face: 'page', handle: 'flow', summary: 'Have a code sent',
    body: () => form({ by: field(8) }) },
  'GET /recover/authenticator-app': { by: 'verify', face: 'page', handle: 'flow', summary: 'R3 Code of an authenticator app' },
  'POST /recover/authenticator-app': { by: 'verify', face: 'page', handle: 'flow', summary: 'Code of an authenticator app',
    body: () => form({ code: field(64) }) },
  'GET /recover/recovery-code': { by: 'verify', face: 'page', handle: 'flow', summary: 'R3 Saved recovery code' },
  'POST /recover/recovery-code': { by: 'verify', face: 'page', handle: 'flow', summary: 'Saved recovery code',
    body: () => form({ code: field(64) }) },
  'GET /recover/previous-authentication': { by: 'verify', face: 'page', handle: 'flow', summary: 'R3 Remembered browser' },
  'POST /recover/previous-authentication': { by: 'verify', face: 'page', handle: 'flow', summary: 'Remembered browser', body: () => form({}) },
  'GET /recover/passkey': { by: 'verify', face: 'page', handle: 'flow', summary: 'R3c Passkey or security key' },
  'POST /recover/passkey': { by: 'verify', face: 'page', handle: 'flow', summary: 'Passkey',
    body: () => form({ answer: field(CEREMONY) }) },
  'GET /recover/action': { by: 'verify', face: 'page', handle: 'flow', summary: 'R4 What do you want to do?' },
  'GET /recover/unlock': { by: 'verify', face: 'page', summary: 'Likewise' },
  'POST /recover/unlock': { by: 'unlock', face: 'page', handle: 'flow', summary: 'Unlock',
    body: () => form({ operation: field(64) }) },
  'GET /recover/reset': { by: 'reset', face: 'page', handle: 'flow', summary: 'R5 New password' },
  'POST /recover/reset': { by: 'reset', face: 'page', handle: 'flow', summary: 'Set it',
    body: () => form({ operation: field(64), newPassword: field(1024), username: field(512) }) },
  'GET /not-me/{token}': { by: 'verify', face: 'page', summary: 'N1 “This was not me”, from the link of a letter; looking changes nothing' },
  'POST /not-me/{token}': { by: 'verify', face: 'page', summary: 'Put self-service on hold for whom the letter went to; never the account', body: () => form({}) },
  'GET /lift-hold/{token}': { by: 'verify', face: 'page', summary: 'N2 Lift such a hold, from the letter to another contact; looking changes nothing' },
  'POST /lift-hold/{token}': { by: 'verify', face: 'page', summary: 'Lift it', body: () => form({}) },
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
  'GET /enroll/openid-connect': { by: 'federation', face: 'page', handle: 'session', summary: 'Link an account at the identity provider' },
  'GET /enroll/openid-connect/return': { by: 'federation', face: 'page', summary: 'Where the provider leads back to; consumes nothing', query: fieldsInAddress },
  'POST /enroll/openid-connect/return': { by: 'federation', face: 'page', handle: 'session', summary: 'Link it',
    body: () => form(fieldsReturned()) },
  'GET /enroll/sms-code': { by: 'enroll', face: 'page', handle: 'session', summary: 'E5 Mobile number' },
  'POST /enroll/sms-code': { by: 'enroll', face: 'page', handle: 'session', summary: 'Propose a number',
    body: () => form({ number: field(64), again: field(8) }) },
  'GET /enroll/sms-code/confirm': { by: 'enroll', face: 'page', handle: 'session', summary: 'E5 Code' },
  'POST /enroll/sms-code/confirm': { by: 'enroll', face: 'page', handle: 'session', summary: 'Confirm the number',
    body: () => form({ code: field(64) }) },
  'GET /enroll/authenticator-app': { by: 'enroll', face: 'page', handle: 'session', summary: 'E5 Authenticator app' },
  'POST /enroll/authenticator-app': { by: 'enroll', face: 'page', handle: 'session', summary: 'Begin with an app', body: () => form({}) },
  'GET /enroll/authenticator-app/confirm': { by: 'enroll', face: 'page', handle: 'session', summary: 'E5 What the app is told, and its first code' },
  'POST /enroll/authenticator-app/confirm': { by: 'enroll', face: 'page', handle: 'session', summary: 'Confirm the app',
    body: () => form({ code: field(64) }) },
  'GET /enroll/recovery-code': { by: 'enroll', face: 'page', handle: 'session', summary: 'E5 Recovery codes' },
  'POST /enroll/recovery-code': { by: 'enroll', face: 'page', handle: 'session', summary: 'Make recovery codes, shown once', body: () => form({}) },
  'GET /enroll/previous-authentication': { by: 'enroll', face: 'page', handle: 'session', summary: 'Remember this browser?' },
  'POST /enroll/previous-authentication': { by: 'enroll', face: 'page', handle: 'session', summary: 'Remember this browser', body: () => form({}) },
  'GET /enroll/passkey': { by: 'enroll', face: 'page', handle: 'session', summary: 'E6 Passkeys' },
  'POST /enroll/passkey': { by: 'enroll', face: 'page', handle: 'session', summary: 'Register a passkey',
    body: () => form({ answer: field(CEREMONY), name: field(256) }) },
  'GET /enroll/passkey/remove/{passkey}': { by: 'enroll', face: 'page', handle: 'session', summary: 'E9 Remove one passkey' },
  'POST /enroll/passkey/remove/{passkey}': { by: 'enroll', face: 'page', handle: 'session', summary: 'Remove it',
    body: () => form({ currentPassword: field(1024) }) },
  'GET /enroll/done': { by: 'enroll', face: 'page', handle: 'session', summary: 'E7 Done' },
  ...perRemovable('GET /enroll/', '/remove', () => ({ by: 'enroll', face: 'page', handle: 'session', summary: 'E9 Remove the method' } as const)),
  ...perRemovable('POST /enroll/', '/remove', () => ({ by: 'enroll', face: 'page', handle: 'session', summary: 'Remove it',
    body: () => form({ currentPassword: field(1024) }) } as const)),
  'GET /password/change': { by: 'enroll', face: 'page', summary: 'C1 Change password' },
  'POST /password/change': { by: 'enroll', face: 'page', summary: 'Change it',
    body: () => form({ operation: field(64), username: field(512), currentPassword: field(1024), newPassword: field(1024), suggest: field(8) }) },
  'GET /password/changed': { by: 'enroll', face: 'page', summary: 'R7 Done, after a change' },

  'POST /api/admin/session': { by: 'admin', face: 'json', summary: 'Sign in as an administrator; the console is given a cookie, others a handle',
    body: adminBodies.signIn, reply: adminReplies.signedIn },
  'GET /api/admin/session': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Who is signed in, and what they may do', reply: adminReplies.session },
  'DELETE /api/admin/session': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Sign out', reply: adminReplies.ended },
  'GET /api/admin/configuration': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'The configuration in force, and what it says in sentences', reply: adminReplies.configuration },
  'GET /api/admin/configuration/versions': { ...admin, roles: READERS, summary: 'Every version there was, newest first',
    query: adminQueries.versions, reply: adminReplies.versions },
  'GET /api/admin/configuration/versions/{version}': { ...admin, roles: READERS, summary: 'One version, and what it changed', reply: adminReplies.version },
  'GET /api/admin/draft': { ...admin, roles: POLICY, summary: 'My draft', reply: adminReplies.maybeDraft },
  'PUT /api/admin/draft': { ...admin, roles: POLICY, summary: 'Keep my draft, mistakes and all', most: DOCUMENT,
    body: adminBodies.saveDraft, reply: adminReplies.draft },
  'DELETE /api/admin/draft': { ...admin, roles: POLICY, summary: 'Drop my draft', body: adminBodies.ofDraft, reply: adminReplies.ended },
  'POST /api/admin/draft/review': { ...admin, roles: POLICY, summary: 'What my draft would change; must be seen before it is published',
    body: adminBodies.ofDraft, reply: adminReplies.review },
  'POST /api/admin/draft/publish': { ...admin, roles: POLICY, summary: 'Put my draft in force, with a reason',
    body: adminBodies.publish, reply: adminReplies.published },
  'POST /api/admin/draft/merge': { ...admin, roles: POLICY, summary: 'Bring what was published meanwhile into my draft',
    body: adminBodies.merge, reply: adminReplies.merged },
  'POST /api/admin/draft/restore': { ...admin, roles: POLICY, summary: 'Make an earlier version my draft',
    body: adminBodies.restore, reply: adminReplies.draft },
  'POST /api/admin/plan': { ...admin, roles: READERS, summary: 'What a document would change; nothing is kept', most: DOCUMENT,
    body: adminBodies.plan, reply: adminReplies.review },
  'POST /api/admin/plan/impact': { ...admin, roles: READERS, summary: 'Whom a document would touch, page by page', most: DOCUMENT,
    body: adminBodies.impact, reply: adminReplies.impact },
  'GET /api/admin/directory': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Users, groups and OUs whose name begins so',
    query: adminQueries.directory, reply: adminReplies.directory },
  'POST /api/admin/match': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Which user configuration a user falls under, and why', most: DOCUMENT,
    body: adminBodies.match, reply: adminReplies.match },
  'GET /api/admin/policies': { ...admin, roles: READERS, summary: 'Ready-made verification policies, and what each amounts to', reply: adminReplies.policies },
  'GET /api/admin/languages': { ...admin, roles: READERS, summary: 'The languages there are, and whether a native speaker has read them', reply: adminReplies.languages },
  'GET /api/admin/registrations': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Who is registered, partly, out of date, never; page by page',
    query: adminQueries.registrations, reply: adminReplies.registrations },
  'GET /api/admin/registrations/counts': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'How many are; page by page, to be added up',
    query: adminQueries.counts, reply: adminReplies.counts },
  'POST /api/admin/registrations/revoke': { ...admin, roles: DESK, summary: 'Take away what people registered, with a reason; they are told',
    body: adminBodies.revoke, reply: adminReplies.results },
  'POST /api/admin/registrations/remind': { ...admin, roles: DESK, summary: 'Remind people to register',
    body: adminBodies.remind, reply: adminReplies.results },
  'POST /api/admin/people/freeze': { ...admin, roles: DESK, summary: 'Put self-service on hold for people, with a reason; they are told, and their accounts are not touched',
    body: adminBodies.freeze, reply: adminReplies.results },
  'POST /api/admin/people/unfreeze': { ...admin, roles: DESK, summary: 'Lift such a hold, whoever put it there, with a reason; they are told',
    body: adminBodies.freeze, reply: adminReplies.results },
  'GET /api/admin/trail': { ...admin, roles: ['administrator', 'help-desk', 'auditor'], summary: 'What happened, newest first',
    query: adminQueries.trail, reply: adminReplies.trail },

  'POST /api/admin/explain': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'All that decides over one person, whether they could unlock or reset now, and the one thing to fix',
    body: adminBodies.explain, reply: healthReplies.explain },
  'GET /api/admin/health': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'What the doctor and the pre-flight found last', reply: healthReplies.health },
  'GET /api/admin/pre-flight': { ...admin, roles: EVERY_ADMINISTRATOR, summary: 'Who could help themselves and who not, by the last pre-flight; page by page',
    query: adminQueries.preFlight, reply: healthReplies.preFlight },

  'POST /api/admin/examination': { ...admin, by: 'doctor', roles: READERS, summary: 'Have the doctor look at every domain now: network, certificates, clocks, both accounts, and their rights on each OU',
    body: () => z.strictObject({}), reply: healthReplies.examination },

  'GET /console': { by: 'console', face: 'asset', summary: 'The administrators’ console' },
  'GET /console/{file}': { by: 'console', face: 'asset', summary: 'Its scripts and styles' },
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
