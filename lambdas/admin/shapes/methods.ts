import * as z from 'zod/mini';
import { SEND_METHODS } from '../../../domain/policy/methods.ts';
import { count, line, list, texts } from './document-parts.ts';
import { once } from './once.ts';

const DESTINATIONS = ['confirmed', 'confirmed-or-directory'] as const;

const setting = once(() => ({
  on: z.boolean(),
  texts: z.exactOptional(
    z.strictObject({ name: z.exactOptional(texts()), description: z.exactOptional(texts()) }),
  ),
}));
const plain = once(() => z.strictObject(setting()));

/** The settings of every method; one that is left out is off. */
export const methodsShape = once(() =>
  z.strictObject({
    'security-answers': plain(),
    'email-code': z.strictObject({
      ...setting(),
      addresses: z._default(z.enum(DESTINATIONS), 'confirmed'),
    }),
    'sms-code': z.exactOptional(plain()),
    'sent-code': z.exactOptional(
      z.strictObject({ ...setting(), send: z._default(z.enum(SEND_METHODS), 'email') }),
    ),
    'authenticator-app': z.exactOptional(
      z.strictObject({
        ...setting(),
        setUp: z._default(z.enum(['voluntary', 'skippable', 'forced']), 'voluntary'),
      }),
    ),
    passkey: z.exactOptional(plain()),
    'recovery-code': z.exactOptional(plain()),
    'openid-connect': z.exactOptional(z.strictObject({ ...setting(), acr: list(line()), amr: list(line()) })),
    'external-responses': z.exactOptional(
      z.strictObject({ ...setting(), prompts: list(z.strictObject({ id: line(), label: texts() })) }),
    ),
    'ldap-attributes': z.exactOptional(
      z.strictObject({
        ...setting(),
        attributes: list(z.strictObject({ attribute: line(), label: texts() })),
      }),
    ),
    'previous-authentication': z.exactOptional(
      z.strictObject({ ...setting(), days: z._default(count(), 90) }),
    ),
  }),
);

/** To whom texts may go, and how many. */
export const textMessagesShape = once(() =>
  z.strictObject({
    countries: list(line()),
    numbers: z._default(z.enum(DESTINATIONS), 'confirmed'),
    perHour: count(),
    perDay: count(),
  }),
);
