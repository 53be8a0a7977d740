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

/** The most codes by text in an hour and in a day (UTC), everybody's together. */
export interface TextBudget {
  readonly perHour: number;
  readonly perDay: number;
}

/**
 * From this many texts in an hour on, one in so many must have led to a proof: whoever has texts sent for profit proves nothing.
 * More go out once enough held (`FlowStore.countTextProven`), or in the next hour.
 */
export const TEXT_BREAKER = { from: 50, oneIn: 5 } as const;

/** Whether a text may go out, and was counted; or a budget is used up, or too few of this hour's texts led to a proof: then nothing was counted. */
export type MayText = 'may' | 'budget' | 'breaker';

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
  /** Counts one notice by text likewise, apart from the codes: neither uses the other up. */
  mayNotify(person: Person, now: number, perHour: number): Promise<boolean>;
  /** Counts one code text against everybody's hour and day with one conditional write, before it is sent; exactly the budget gets `may`, however many ask at once. */
  mayText(now: number, budget: TextBudget): Promise<MayText>;
  /** Deletes messages that were sent or dropped, sealed bodies and all. What was queued meanwhile stays due. */
  delivered(parcel: Parcel, messageIds: readonly string[]): Promise<void>;
}
