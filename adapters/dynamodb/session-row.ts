import type { Session } from '../../domain/enrollment/session.ts';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import { readStored } from '../central-store/read-stored.ts';
import { inQueueOrder } from '../central-store/stored-message.ts';
import { storedSession } from '../central-store/stored-session.ts';
import { ttlAfter } from './counting.ts';
import { keys } from './keys.ts';
import { newOutbox } from './queueing.ts';
import type { Row } from './requests.ts';

/** A session as one document, its outbox beside it: the two are written by different hands. */
export const sessionRow = (session: Session): Row => ({
  ...keys.session(session.key),
  ...sessionPart(session),
  person: session.person,
  ...newOutbox(session.outbox),
});

/** What a move of the session writes: all but its outbox. */
export function sessionPart(whole: Session) {
  const { outbox: _, ...session } = whole;
  return { session, version: session.version, ttl: ttlAfter(session.expiresAt) };
}

/** The session of a row, or a Failure (`store-corrupt`). */
export function sessionOf(row: Row): Session {
  const outbox = Object.values(Object(row['outbox']) as Record<string, QueuedMessage>);
  const whole = { ...(Object(row['session']) as object), outbox };
  const session = readStored(storedSession, whole, 'enrollment session');
  return { ...session, outbox: inQueueOrder(session.outbox) };
}
