import type { Freeze } from '../../../domain/ports/person-notes.ts';
import type { Row } from '../requests.ts';
import { numberIn } from './left.ts';

interface Standing {
  readonly freeze: Freeze;
  /** When it was last known to stand: a freeze that is on its row beside a lift was made after that lift, whatever the clocks said. */
  readonly stoodAt: number;
}

/**
 * The freeze of two rows of one person, and when self-service was last given back. A freeze stands unless the other row knows of a lift
 * after it. Of two that stand the help desk's is kept, which a person cannot lift, and the later moment.
 */
export function joinedFreeze(one: Row, other: Row): { readonly freeze?: Freeze; readonly liftedAt?: number } {
  const lifts = [one, other].flatMap((row) => numberIn(row, 'liftedAt') ?? []);
  const liftedAt = lifts.length === 0 ? undefined : Math.max(...lifts);
  const frozen = [one, other].flatMap(standingIn).filter(({ stoodAt }) => stoodAt >= (liftedAt ?? -Infinity));
  const [strongest] = frozen.map(({ freeze }) => freeze).toSorted(byStrength);
  const at = Math.max(...frozen.map(({ freeze }) => freeze.at));
  return {
    ...(liftedAt !== undefined && { liftedAt }),
    ...(strongest && { freeze: { ...strongest, at } }),
  };
}

function standingIn(row: Row): readonly Standing[] {
  const freeze = row['freeze'] as Freeze | undefined;
  return freeze ? [{ freeze, stoodAt: Math.max(freeze.at, numberIn(row, 'liftedAt') ?? freeze.at) }] : [];
}

/** The help desk's first, then the later; where all is equal the text decides, so that the order of the rows never does. */
function byStrength(one: Freeze, other: Freeze): number {
  if (one.by !== other.by) return one.by === 'help-desk' ? -1 : 1;
  if (one.at !== other.at) return other.at - one.at;
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
