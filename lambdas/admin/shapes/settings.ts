import * as z from 'zod/mini';
import { ACTIONS } from '../../../domain/policy/action.ts';
import { line, list, long, texts, count } from './document-parts.ts';
import { once } from './once.ts';

/** What people may type instead of their name. */
export const searchFormShape = once(() =>
  z.strictObject({
    besidesName: z._default(z.boolean(), true),
    fields: list(z.strictObject({ attribute: line(), label: texts() })),
    filter: long(),
  }),
);

/** Something done after a change was made. */
export const postActionShape = once(() => {
  const every = { id: line(), name: line(), after: list(z.enum(ACTIONS)) };
  return z.union([
    z.strictObject({ ...every, kind: z.literal('webhook'), endpoint: line(), text: long() }),
    z.strictObject({ ...every, kind: z.literal('event'), text: long() }),
    z.strictObject({ ...every, kind: z.literal('attribute'), attribute: line(), value: long() }),
  ]);
});

/** How people's methods may be changed. */
export const registeringShape = once(() => z.strictObject({ frozenHoursAfterReset: count() }));

/** What lies outside and may be used, as the deployment says; no administrator changes it. */
export const outsideShape = once(() =>
  z.object({
    /** The OpenID provider's issuer; left out where there is none, as the next. */
    identityProvider: z.exactOptional(z.string()),
    /** The host of the service for external responses. */
    externalResponses: z.exactOptional(z.string()),
    /** Names of webhook endpoints. */
    webhooks: z.array(z.string()),
    /** Whether there is a topic for events. */
    events: z.boolean(),
    /** Attributes that a post action may write. */
    writableAttributes: z.array(z.string()),
  }),
);
