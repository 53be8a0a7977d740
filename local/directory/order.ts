import { storedValues } from './attributes.ts';
import type { Entry } from './entry.ts';
import { fold } from './fold.ts';
import type { SortKey } from './sort-request.ts';
import type { World } from './world.ts';

/** The entries in the order asked for; those without a value come last, whichever way (RFC 2891 §2.2). */
export function inOrder(
  world: World,
  entries: readonly Entry[],
  { attribute, reverse }: SortKey,
): readonly Entry[] {
  const keyed = entries.map((entry) => {
    const [value] = storedValues(world, entry, attribute);
    return { entry, key: value === undefined ? undefined : fold(String(value)) };
  });
  const direction = reverse ? -1 : 1;
  return keyed
    .toSorted((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return Number(a.key === undefined) - Number(b.key === undefined);
      return a.key === b.key ? 0 : direction * (a.key < b.key ? -1 : 1);
    })
    .map(({ entry }) => entry);
}
