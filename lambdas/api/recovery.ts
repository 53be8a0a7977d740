import * as z from 'zod/mini';
import { CODE_METHODS } from '../../domain/verification/method.ts';
import { ceremonyAnswers } from '../http/ceremony-answers.ts';
import { answers, details, password, prompted, text, username } from './fields.ts';
import { returned } from './returned.ts';
import type { RoutesUnder } from './route-spec.ts';

/** Recovery as JSON: a claim, proofs, and what is done once they suffice. */
// prettier-ignore
export const recovery = {
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
} as const satisfies RoutesUnder<'/api/recovery'>;
