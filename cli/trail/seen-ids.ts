import { sha256 } from './canonical.ts';

/** So many are remembered, those of five thousand people in twenty years: 64 MiB. What comes later is not compared. */
const MOST_IDS = 4_000_000;
const FIRST_SLOTS = 65_536;

/** Two halves of 32 bits for each slot, at most every second one taken: sixteen to thirty-two bytes for an id. */
type Slots = Uint32Array;

/**
 * Remembers the ids of events; answers whether one is new. By 64 bits of its hash, since an id may be of any length. Not in a Set, which
 * takes several times as much, and of the heap.
 */
export function seenIds(): (id: string) => boolean {
  let slots: Slots = new Uint32Array(2 * FIRST_SLOTS);
  let size = 0;
  return (id) => {
    const hash = sha256(id);
    // An empty slot is two zeros; a hash of none has a one in their place.
    const [high, low] = [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8, 16), 16) || 1];
    const at = slotOf(slots, high, low);
    if (slots[at + 1] !== 0) return false;
    if (size === MOST_IDS) return true;
    [slots[at], slots[at + 1]] = [high, low];
    size += 1;
    if (size * 4 > slots.length) slots = doubled(slots);
    return true;
  };
}

/** Where it stands, or the free place where it would. */
function slotOf(slots: Slots, high: number, low: number): number {
  const mask = slots.length / 2 - 1;
  let at = (high & mask) * 2;
  while (slots[at + 1] !== 0 && (slots[at] !== high || slots[at + 1] !== low)) at = (at + 2) & (mask * 2);
  return at;
}

function doubled(slots: Slots): Slots {
  const next: Slots = new Uint32Array(slots.length * 2);
  for (let from = 0; from < slots.length; from += 2) {
    const [high = 0, low = 0] = [slots[from], slots[from + 1]];
    if (low === 0) continue;
    const at = slotOf(next, high, low);
    [next[at], next[at + 1]] = [high, low];
  }
  return next;
}
