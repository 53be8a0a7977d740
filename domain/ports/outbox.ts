import type { QueuedMessage } from '../messages/message.ts';
import type { Person } from '../person.ts';

/** All that waits to be sent on one flow or session row. */
export interface Parcel {
  readonly carrier: { readonly kind: 'flow' | 'session'; readonly key: string };
  readonly person: Person;
  readonly messages: readonly QueuedMessage[];
}

/** The messages that were committed with the moves that caused them. */
export interface Outbox {
  /** Parcels that are due, oldest first, at most `limit`. Held notices are not among them. */
  due(now: number, limit: number): Promise<readonly Parcel[]>;
  /** Takes a parcel until `until`; false when another sender has it, or when it is not due any more. */
  claim(parcel: Parcel, now: number, until: number): Promise<boolean>;
  /** Counts one code message against the person's hour; false when the hour is full. Counted before it is sent. */
  mayTell(person: Person, now: number, perHour: number): Promise<boolean>;
  /** Deletes messages that were sent or dropped, sealed bodies and all. What was queued meanwhile stays due. */
  delivered(parcel: Parcel, messageIds: readonly string[]): Promise<void>;
}
