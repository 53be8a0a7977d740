import type { Flow } from '../../domain/recovery/flow.ts';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedFlow } from '../central-store/stored-flow.ts';
import { inQueueOrder } from '../central-store/stored-message.ts';
import { ttlAfter } from './counting.ts';
import { keys } from './keys.ts';
import { newOutbox } from './queueing.ts';
import type { Row } from './requests.ts';

/** The one partition of the index of flows that are executing. */
export const EXECUTING = 'executing';
/** A settled flow is kept this long: its notice may wait for the mail service, its outcome answers a repeated request. */
export const SETTLED_KEPT_MS = 7 * 24 * 60 * 60_000;

/**
 * Open and in time. The life of a flow has two ends, since one update cannot take the smaller of two attributes:
 * `idleUntil`, moved by each try, and `endsAt`, which the first try fixes.
 */
export const LIVE = '#state = :open AND idleUntil > :now AND endsAt > :now';

/** A flow as its row: the code flat, so that it can be counted and dropped; messages by id, so that each can go alone. */
export function flowRow(flow: Flow): Row {
  const { key, expiresAt, code, outbox, ...rest } = flow;
  return {
    ...keys.flow(key),
    ...rest,
    key,
    idleUntil: expiresAt,
    endsAt: Number.MAX_SAFE_INTEGER,
    ...(code && { codeTag: code.tag, codeExpiresAt: code.expiresAt, codeTries: code.tries }),
    ...newOutbox(outbox),
    // What is executing must not be cleaned away before the truth about it is known.
    ...(flow.state === 'executing' && { executing: EXECUTING, begunAt: flow.intent?.at ?? flow.startedAt }),
    ...(flow.state !== 'executing' && { ttl: ttlAfter(expiresAt) }),
  };
}

/** The flow of a row, or a Failure (`store-corrupt`). */
export function flowOf(row: Row): Flow {
  const { codeTag, codeExpiresAt, codeTries, idleUntil, endsAt, outbox, ...rest } = row;
  const code = { tag: codeTag, expiresAt: codeExpiresAt, tries: codeTries };
  const flow = readStored(
    storedFlow,
    {
      ...rest,
      expiresAt: Math.min(Number(idleUntil), Number(endsAt)),
      ...(codeTag !== undefined && { code }),
      outbox: Object.values(Object(outbox) as Record<string, QueuedMessage>),
    },
    'recovery flow',
  );
  return { ...flow, outbox: inQueueOrder(flow.outbox) };
}
