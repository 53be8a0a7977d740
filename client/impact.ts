import type { Impact, RegistrationCounts } from './api-types.ts';

/** Two pages of an impact as one. */
export const addedImpact = (one: Impact | undefined, other: Impact): Impact =>
  one === undefined ? withoutNext(other) : withoutNext(added(one, other));

/** Two pages of registration counts as one. */
export const addedCounts = (
  one: RegistrationCounts | undefined,
  other: RegistrationCounts,
): RegistrationCounts => (one === undefined ? withoutNext(other) : withoutNext(added(one, other)));

/** Adds up pages, telling each sum on the way; what leads to the next page is not part of a sum. */
export async function* sums<P extends { readonly next?: string }>(
  pages: AsyncIterable<P>,
  add: (one: P | undefined, other: P) => P,
): AsyncGenerator<P, void, undefined> {
  let sum: P | undefined;
  for await (const page of pages) {
    sum = add(sum, page);
    yield sum;
  }
}

/** Of an added-up whole, what leads to a next page means nothing. */
function withoutNext<P extends { next?: string }>(page: P): P {
  const rest = { ...page };
  delete rest.next;
  return rest;
}

/** Numbers added, records key by key, whatever their depth. */
function added<T extends object>(one: T, other: T): T {
  const left = one as Readonly<Record<string, unknown>>;
  const right = other as Readonly<Record<string, unknown>>;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return Object.fromEntries(Array.from(names, (name) => [name, sumOf(left[name], right[name])])) as T;
}

function sumOf(one: unknown, other: unknown): unknown {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  if (isRecord(one) && isRecord(other)) return added(one, other);
  return one ?? other;
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;
