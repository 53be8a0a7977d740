/** A list with one of its items a place further up (-1) or down (+1); the same list where there is no such place. */
export function moved<T>(items: readonly T[], isIt: (item: T) => boolean, by: -1 | 1): T[] {
  const from = items.findIndex(isIt);
  const to = from + by;
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** A list with one of its things as it is now; at the end where it is new. */
export const put = <T extends { readonly id: string }>(items: readonly T[], item: T): T[] =>
  items.some(({ id }) => id === item.id)
    ? items.map((before) => (before.id === item.id ? item : before))
    : [...items, item];
