/** Something that stands in a list again, and where both are. */
export interface Repetition<T> {
  readonly item: T;
  readonly index: number;
  readonly first: number;
}

/** Everything that stands in a list a second time or more often, by what makes two of them the same. */
export function repeated<T>(items: readonly T[], keyOf: (item: T) => string): readonly Repetition<T>[] {
  const seen = new Map<string, number>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    const first = seen.get(key);
    if (first !== undefined) return [{ item, index, first }];
    seen.set(key, index);
    return [];
  });
}
