import type { Digest } from '../ports/digest.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Sealable } from './sealed-event.ts';

/** What is sealed under each id: by what it says, since an id alone can be given to something else. */
export interface SealedContents {
  /** Notes an event. `isNew`: nothing that says the same was noted; `twofold`: something that says another thing was, by now. */
  note(event: Sealable): { readonly isNew: boolean; readonly twofold: boolean };
  /** The moments of all that has this id, oldest first. */
  moments(id: string): readonly number[];
}

/** Nothing yet. Takes some 150 bytes for each event. */
export function sealedContents(digest: Digest): SealedContents {
  // By 128 bits of a hash as a number: a string of it, or a map for each id, would take three times the memory.
  const firsts = new Map<string, { readonly content: bigint; readonly at: number }>();
  const others = new Map<string, Map<bigint, number>>();
  return {
    note(event) {
      const { id, at } = event;
      const content = BigInt(`0x${digest.sha256(canonicalJson(event)).slice(0, 32)}`);
      const first = firsts.get(id);
      if (!first) {
        firsts.set(id, { content, at });
        return { isNew: true, twofold: false };
      }
      if (first.content === content) return { isNew: false, twofold: others.has(id) };
      const known = others.get(id) ?? new Map<bigint, number>();
      const isNew = !known.has(content);
      others.set(id, known.set(content, at));
      return { isNew, twofold: true };
    },
    moments(id) {
      const first = firsts.get(id);
      const known = [...(first ? [first.at] : []), ...(others.get(id)?.values() ?? [])];
      return known.toSorted((one, other) => one - other);
    },
  };
}
