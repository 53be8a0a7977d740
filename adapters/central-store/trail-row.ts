import type { TrailEvent } from '../../domain/trail/event.ts';
import type { OddRow, TrailRow } from '../../domain/trail/trail-row.ts';
import { storedEvent } from './stored-event.ts';

/** A row of the trail as a store has it. */
export interface FoundRow {
  readonly key: string;
  /** The moment that the key is of. */
  readonly at: number;
  /** What should be the event, and all of the row: JSON values both. */
  readonly event: unknown;
  readonly whole: unknown;
}

/** The latest moment that there is a date of. */
const LATEST = 8.64e15;

/** What a row is. `misplacedBy` names what of the row is not as that event's is: its key, above all. */
export function trailRow(
  { key, at, event, whole }: FoundRow,
  misplacedBy: (event: TrailEvent) => readonly string[],
): TrailRow {
  const odd = (reason: OddRow['reason'], names: readonly string[]): TrailRow => ({
    odd: { reason, key, at, detail: names.join(', '), content: whole },
  });
  const read = storedEvent.safeParse(event);
  if (!read.success)
    return odd(
      'malformed',
      read.error.issues.map(({ path }) => path.map(String).join('.') || '(all of it)'),
    );
  // As it was kept: what this build does not know of it must not look like another content to the next one.
  const kept = event as TrailEvent;
  if (Math.abs(kept.at) > LATEST) return odd('misplaced', ['at']);
  const misplaced = misplacedBy(kept);
  return misplaced.length > 0 ? odd('misplaced', misplaced) : { event: kept };
}
