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
 * after it. Of two that stand the help desk's is kept, which a person cannot lift, and the later moment; where they differ in who may
 * lift them, the help desk alone may.
 */
export function joinedFreeze(one: Row, other: Row): { readonly freeze?: Freeze; readonly liftedAt?: number } {
  const lifts = [one, other].flatMap((row) => numberIn(row, 'liftedAt') ?? []);
  const liftedAt = lifts.length === 0 ? undefined : Math.max(...lifts);
  const frozen = [one, other].flatMap(standingIn).filter(({ stoodAt }) => stoodAt >= (liftedAt ?? -Infinity));
  const freeze = strictest(frozen.map((each) => each.freeze));
  return { ...(liftedAt !== undefined && { liftedAt }), ...(freeze && { freeze }) };
}

function standingIn(row: Row): readonly Standing[] {
  const freeze = row['freeze'] as Freeze | undefined;
  return freeze ? [{ freeze, stoodAt: Math.max(freeze.at, numberIn(row, 'liftedAt') ?? freeze.at) }] : [];
}

function strictest(freezes: readonly Freeze[]): Freeze | undefined {
  const ofDesk = freezes.filter(({ by }) => by === 'help-desk');
  const [first, ...others] = (ofDesk.length > 0 ? ofDesk : freezes).toSorted(inOneOrder);
  if (!first) return undefined;
  const at = Math.max(...freezes.map((each) => each.at));
  const { contact, since, ...rest } = first;
  const agreed = others.every((other) => other.contact === contact && other.since === since);
  return agreed ? { ...first, at } : { ...rest, at };
}

/** So that the order of the rows never decides. */
const inOneOrder = (one: Freeze, other: Freeze): number => {
  if (one.at !== other.at) return other.at - one.at;
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
};
