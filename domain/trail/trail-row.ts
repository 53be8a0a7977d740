import type { TrailEvent } from './event.ts';

/** What stands in the trail where an event should, and is none: it has not the form of one, or its place is another's. */
export interface OddRow {
  readonly reason: 'malformed' | 'misplaced';
  /** Its key in the store. */
  readonly key: string;
  /** The moment that its key is of, epoch milliseconds. */
  readonly at: number;
  /** What is wrong with it, by names of fields and never by a value. */
  readonly detail: string;
  /** All of it, as JSON has it. */
  readonly content: unknown;
}

/** A row of the trail, as whoever seals must take it: whatever it is, the others are there as well. */
export type TrailRow = { readonly event: TrailEvent } | { readonly odd: OddRow };
