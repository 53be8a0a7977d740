import type { BlockEntry } from '../policy/block-list.ts';
import { groupKey, userKey } from './mistakes/references.ts';

/**
 * A list's things by their ids, in order. A draft may hold two with one id: the second has an id with a mark then, so that
 * none is lost before its writer has put it right.
 */
export function keyedItems<T>(items: readonly T[], idOf: (item: T) => string): ReadonlyMap<string, T> {
  const keyed = new Map<string, T>();
  for (const item of items) {
    let id = idOf(item);
    while (keyed.has(id)) id += ' (again)';
    keyed.set(id, item);
  }
  return keyed;
}

/** The id of a thing that has one. */
export const ownId = ({ id }: { readonly id: string }): string => id;

/** The id of a block: of whom it blocks. */
export const blockId = ({ user, group }: BlockEntry): string => (user ? userKey(user) : groupKey(group));
