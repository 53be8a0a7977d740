import type { Person } from '../person.ts';
import type { TrailEvent } from '../trail/event.ts';

/** The audit trail: append-only. Chained afterwards by a background sealer, so that commits never contend. */
export interface Trail {
  /** Keeps an event that stands alone. Events of a change are committed with it (flow-store, enrollment-store). */
  append(event: TrailEvent): Promise<void>;
  /** The events of one person, oldest first. */
  of(person: Person): AsyncIterable<TrailEvent>;
  /** Every event in [from, to), oldest first within each UTC day. */
  between(from: number, to: number): AsyncIterable<TrailEvent>;
}
