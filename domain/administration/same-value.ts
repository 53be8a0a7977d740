/** Whether two plain values (as JSON has them) say the same; the order of an object's keys says nothing, a key without value is none. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isHolder(one) || !isHolder(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const mine = entries(one);
  const theirs = entries(other);
  return (
    mine.length === theirs.length &&
    mine.every(([key, value]) => Object.hasOwn(other, key) && sameValue(value, other[key]))
  );
}

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const entries = (value: Readonly<Record<string, unknown>>) =>
  Object.entries(value).filter(([, held]) => held !== undefined);
