import { type AccessEntry, FLAG } from './access-entry.ts';
import { USER_CLASS } from './rights.ts';

/** One right: a bit of the mask, and what it is about. */
export interface WantedRight {
  readonly bit: number;
  /** The extended right or attribute, and its property set: an entry about either speaks of it. */
  readonly objects: readonly string[];
}

/**
 * Whether those who hold these SIDs have a right: the first entry that speaks of it decides (MS-ADTS 5.1.3.3). Entries that are
 * only for what lies below say nothing here; `handedDown` makes them speak.
 */
export function isAllowed(
  entries: readonly AccessEntry[],
  sids: ReadonlySet<string>,
  { bit, objects }: WantedRight,
): boolean {
  const deciding = entries.find(
    ({ flags, mask, object, sid }) =>
      (flags & FLAG.inheritOnly) === 0 &&
      (mask & bit) !== 0 &&
      (object === undefined || objects.includes(object)) &&
      sids.has(sid),
  );
  return deciding?.allow ?? false;
}

/** The entries of a unit as a user object below it has them: those that are inherited, by users or by everything. */
export const handedDown = (entries: readonly AccessEntry[]): readonly AccessEntry[] =>
  entries
    .filter(
      ({ flags, inheritedBy }) =>
        (flags & FLAG.containerInherit) !== 0 && (inheritedBy === undefined || inheritedBy === USER_CLASS),
    )
    .map((entry) => ({ ...entry, flags: (entry.flags & ~FLAG.inheritOnly) | FLAG.inherited }));
