import type { Person } from '../person.ts';
import type { TrailEvent } from '../trail/event.ts';
import type { TrailRow } from '../trail/trail-row.ts';

/** The audit trail: append-only. Chained afterwards by a background sealer, so that commits never contend. */
export interface Trail {
  /** Keeps an event that stands alone. Events of a change are committed with it (flow-store, enrollment-store). */
  append(event: TrailEvent): Promise<void>;
  /** The events of one person, oldest first. */
  of(person: Person): AsyncIterable<TrailEvent>;
  /** The events of one flow, session or visit, oldest first, by the reference that people read out. */
  withReference(reference: string): AsyncIterable<TrailEvent>;
  /** Every event in [from, to), by (time, id): oldest first, or newest first. */
  between(from: number, to: number, order?: 'oldest-first' | 'newest-first'): AsyncIterable<TrailEvent>;
  /**
   * Every row whose key is of a moment in [from, to), oldest first, also what is no event: for whoever seals. Events are as they
   * were kept, with fields that this build does not know.
   */
  rows(from: number, to: number): AsyncIterable<TrailRow>;
}
