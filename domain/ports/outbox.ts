import type { QueuedMessage } from '../messages/message.ts';
import type { Person } from '../person.ts';

/** All that waits to be sent on one flow, session or errand row. */
export interface Parcel {
  readonly carrier: { readonly kind: 'flow' | 'session' | 'errand'; readonly key: string };
  readonly person: Person;
  readonly messages: readonly QueuedMessage[];
}

/**
 * A message that no flow and no visit of its person caused: a reminder, a notice of what an administrator did. Its id
 * says what it is about, so that the same errand is run once.
 */
export interface Errand {
  readonly id: string;
  readonly person: Person;
  readonly message: QueuedMessage;
  /** Until when the same errand is not run again; epoch milliseconds. */
  readonly forgottenAt: number;
}

/** The messages that were committed with the moves that caused them. */
export interface Outbox {
  /** Queues an errand; false when the same one was queued before. */
  run(errand: Errand): Promise<boolean>;
  /** Parcels that are due, oldest first, at most `limit`. Held notices are not among them. */
  due(now: number, limit: number): Promise<readonly Parcel[]>;
  /** Takes a parcel until `until`; false when another sender has it, or when it is not due any more. */
  claim(parcel: Parcel, now: number, until: number): Promise<boolean>;
  /** Counts one code message against the person's hour; false when the hour is full. Counted before it is sent. */
  mayTell(person: Person, now: number, perHour: number): Promise<boolean>;
  /** Deletes messages that were sent or dropped, sealed bodies and all. What was queued meanwhile stays due. */
  delivered(parcel: Parcel, messageIds: readonly string[]): Promise<void>;
}
