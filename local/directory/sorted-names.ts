import type { Entry } from './entry.ts';
import { fold } from './fold.ts';

/** Between which folded names, both included; open at an end that is left out. */
export interface NameRange {
  readonly from?: string;
  readonly to?: string;
}

/** Objects in the order of their folded sAMAccountName: the order of `>=`, of `<=` and of a sorted search. */
export interface SortedNames {
  /** How many there are in a range. */
  count(range: NameRange): number;
  /** Those in a range, in order; as many as are asked for are looked at. */
  walk(range: NameRange): Iterable<Entry>;
}

/** Sorted once. Code units decide, as they do for `ordered` values in filters: one order, whichever it is. */
export function sortedNames(entries: readonly Entry[]): SortedNames {
  const named = entries.flatMap((entry) =>
    (entry.attributes['sAMAccountName'] ?? []).map((name) => ({ name: fold(name), entry })),
  );
  named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  /** The first position whose name is not before `name`, or (`beyond`) is behind it. */
  const position = (name: string, beyond: boolean): number => {
    let low = 0;
    let high = named.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = named[middle]?.name ?? '';
      if (at < name || (beyond && at === name)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const ends = ({ from, to }: NameRange) => ({
    start: from === undefined ? 0 : position(from, false),
    end: to === undefined ? named.length : position(to, true),
  });
  return {
    count(range) {
      const { start, end } = ends(range);
      return Math.max(0, end - start);
    },
    *walk(range) {
      const { start, end } = ends(range);
      for (let at = start; at < end; at += 1) {
        const found = named[at];
        if (found) yield found.entry;
      }
    },
  };
}
