import * as z from 'zod/mini';
import { ceremonyAnswers } from '../http/ceremony-answers.ts';
import { perRemovable } from '../per-removable.ts';
import { answers, password, text, username } from './fields.ts';
import { returned } from './returned.ts';
import type { RoutesUnder } from './route-spec.ts';

/** Enrollment as JSON, and the change of a known password. */
// prettier-ignore
export const enrollment = {
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
} as const satisfies RoutesUnder<'/api/enrollment' | '/api/password'>;
