/** Sentences, of which only the first are kept. */
interface Sentences {
  readonly count: number;
  readonly first: readonly string[];
}

/** What came of one table, as far as it is told. */
interface Restored {
  readonly read: number;
  readonly written: number;
  readonly asTheyWere: number;
  readonly forgotten: Readonly<Record<string, number>>;
  readonly overruled: Sentences;
  readonly leftOut: Sentences;
  readonly troubles: readonly string[];
  readonly troubleCount: number;
}

/** What came of each table, by name. */
type AllRestored = Readonly<Record<string, Restored>>;

const all = ({ count, first }: Sentences): readonly string[] =>
  count > first.length ? [...first, `and ${count - first.length} more of this table`] : first;

/** What stops a restore, or could not be joined. */
export const troublesIn = (tallies: AllRestored): readonly string[] =>
  Object.values(tallies).flatMap(({ troubles, troubleCount }) =>
    all({ count: troubleCount, first: troubles }),
  );

/** How many rows were not believed. */
export const leftOutIn = (tallies: AllRestored): number =>
  Object.values(tallies).reduce((sum, { leftOut }) => sum + leftOut.count, 0);

/** What a person is told of a restore; `done`: what became of the rows, as "written". */
export const reportOf = (tallies: AllRestored, done: string): readonly string[] =>
  Object.entries(tallies).flatMap(([table, { read, written, asTheyWere, forgotten, leftOut, overruled }]) => [
    `${table}: ${read} rows read, ${written} ${done}, ${asTheyWere} there already or newer`,
    ...Object.entries(forgotten).map(([kind, count]) => `  ${count} ${kind} not brought back`),
    ...heading(
      overruled.count,
      'in place of what is there; right only where the table is older than the back-up:',
    ),
    ...all(overruled).map((line) => `    ${line}`),
    ...heading(leftOut.count, 'left out, as they cannot be believed:'),
    ...all(leftOut).map((line) => `    ${line}`),
  ]);

const heading = (count: number, what: string): readonly string[] =>
  count === 0 ? [] : [`  ${count} ${what}`];
