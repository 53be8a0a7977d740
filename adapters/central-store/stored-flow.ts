import * as z from 'zod/mini';
import type { Flow, Intent, IssuedCode, Outcome } from '../../domain/recovery/flow.ts';
import { CODE_METHODS, METHODS } from '../../domain/verification/method.ts';
import type { RecordSchema } from './read-stored.ts';
import { sealedText, storedMessage } from './stored-message.ts';

/** The person a record belongs to. */
export const storedPerson = z.object({ domain: z.string(), guid: z.string() });

/** A code in force: its tag, never itself. */
export const storedCode: RecordSchema<IssuedCode> = z.object({
  tag: z.string(),
  expiresAt: z.number(),
  tries: z.number(),
  byText: z.exactOptional(z.literal(true)),
});

const action = z.enum(['unlock', 'reset', 'change']);

const intent: RecordSchema<Intent> = z.object({
  action,
  operation: z.string(),
  domainController: z.string(),
  before: z.object({ passwordLastSet: z.string(), lockoutTime: z.string() }),
  // Flows that began before it was kept are read as if they had looked long ago.
  lookedAt: z._default(z.number(), 0),
  passwordExpired: z.exactOptional(z.literal(true)),
  mustChange: z.exactOptional(z.literal(true)),
  at: z.number(),
});

const outcome: RecordSchema<Outcome> = z.object({
  action,
  operation: z.string(),
  result: z.enum(['done', 'unchanged', 'unknown']),
  reason: z.exactOptional(
    z.enum(['policy', 'wrong-password', 'locked', 'not-permitted', 'gone', 'not-executed']),
  ),
  at: z.number(),
});

// Flows of the release before counted the codes of one method, and are read as if none had been sent.
const sends: RecordSchema<Flow['sends']> = z.union([
  z.partialRecord(z.enum(CODE_METHODS), z.number()),
  z.pipe(
    z.number(),
    z.transform(() => ({})),
  ),
]);

/** A recovery flow, whole. */
export const storedFlow: RecordSchema<Flow> = z.object({
  key: z.string(),
  reference: z.string(),
  purpose: z.enum(['recovery', 'change']),
  person: storedPerson,
  state: z.enum(['open', 'executing', 'done']),
  version: z.number(),
  startedAt: z.number(),
  expiresAt: z.number(),
  source: z.string(),
  language: z.string(),
  asked: z.array(z.string()),
  userConfiguration: z.exactOptional(z.string()),
  tries: z.number(),
  spends: z.number(),
  sends,
  proofs: z.array(z.object({ method: z.enum(METHODS), at: z.number() })),
  mailboxes: z.array(sealedText),
  // Flows of the release before have no numbers, and the code they had is not in force any more.
  phones: z._default(z.array(sealedText), []),
  codes: z._default(z.partialRecord(z.enum(CODE_METHODS), storedCode), {}),
  leaseholder: z.exactOptional(z.string()),
  intent: z.exactOptional(intent),
  outcome: z.exactOptional(outcome),
  outbox: z.array(storedMessage),
  heldNotice: z.exactOptional(storedMessage),
  heldPassword: z.exactOptional(storedMessage),
});
