/** Those of `ids` that are in `others` too, in the order of `ids`. */
export function relativeOrder(ids: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return ids.filter((id) => known.has(id));
}

/** Whether what two lists have in common stands in the same order. */
export const sameOrder = (one: readonly string[], other: readonly string[]): boolean => {
  const mine = relativeOrder(one, other);
  const theirs = relativeOrder(other, one);
  return mine.every((id, index) => id === theirs[index]);
};

/** One order of all that either list holds: that of `lead`, with what only `other` has behind what it follows there. */
export function mergedOrder(lead: readonly string[], other: readonly string[]): readonly string[] {
  const order = [...lead];
  const there = new Set(lead);
  other.forEach((id, index) => {
    if (there.has(id)) return;
    const before = other[index - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
    there.add(id);
  });
  return order;
}
