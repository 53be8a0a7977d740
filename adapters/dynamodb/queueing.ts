import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { PostActionDesk } from '../../domain/post-actions/job.ts';

/** The one partition of the outbox index. Rows leave it once sent, so it stays small. */
export const DUE = 'due';
/** The partition of post actions that one desk does, in the same index. */
export const dueAtDesk = (desk: PostActionDesk): string => `post-action:${desk}`;

/** The part of an update that puts a message on a flow's or session's row and marks the row as due. */
export const queueing = (message: QueuedMessage) => ({
  // A row that is due already, or with a sender, keeps its time: what is new is looked at when that one is delivered.
  set: 'outbox.#message = :message, due = :due, dueAt = if_not_exists(dueAt, :queuedAt)',
  names: { '#message': message.id },
  values: { ':message': message, ':due': DUE, ':queuedAt': message.queuedAt },
});

/** The same for several at once; undefined for none. */
export function queueingAll(messages: readonly QueuedMessage[]) {
  if (messages.length === 0) return undefined;
  const paths = messages.map((_, n) => `outbox.#message${n} = :message${n}`);
  return {
    set: `${paths.join(', ')}, due = :due, dueAt = if_not_exists(dueAt, :queuedAt)`,
    names: Object.fromEntries(messages.map(({ id }, n) => [`#message${n}`, id])),
    values: {
      ...Object.fromEntries(messages.map((message, n) => [`:message${n}`, message])),
      ':due': DUE,
      ':queuedAt': Math.min(...messages.map(({ queuedAt }) => queuedAt)),
    },
  };
}

/** A new row's outbox, by message id, and its mark when there is something to send. */
export function newOutbox(messages: readonly QueuedMessage[]) {
  const outbox = Object.fromEntries(messages.map((message) => [message.id, message]));
  if (messages.length === 0) return { outbox };
  return { outbox, due: DUE, dueAt: Math.min(...messages.map(({ queuedAt }) => queuedAt)) };
}
