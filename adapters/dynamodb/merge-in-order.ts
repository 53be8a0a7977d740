/**
 * Merges sequences that are each in order into one, holding one element of each. `compare` answers below zero when
 * its first comes first.
 */
export async function* mergeInOrder<T>(
  sequences: readonly AsyncIterable<T>[],
  compare: (a: T, b: T) => number,
): AsyncIterable<T> {
  const iterators = sequences.map((sequence) => sequence[Symbol.asyncIterator]());
  try {
    const heads = await Promise.all(iterators.map(headOf));
    for (;;) {
      const first = heads
        .filter((head) => head !== undefined)
        .reduce<Head<T> | undefined>(
          (best, head) => (best && compare(best.value, head.value) <= 0 ? best : head),
          undefined,
        );
      if (first === undefined) return;
      yield first.value;
      heads[heads.indexOf(first)] = await headOf(first.iterator);
    }
  } finally {
    for (const iterator of iterators) await iterator.return?.();
  }
}

interface Head<T> {
  readonly value: T;
  readonly iterator: AsyncIterator<T>;
}

async function headOf<T>(iterator: AsyncIterator<T>): Promise<Head<T> | undefined> {
  const next = await iterator.next();
  return next.done === true ? undefined : { value: next.value, iterator };
}
