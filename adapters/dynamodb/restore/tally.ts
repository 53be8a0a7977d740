/** Sentences of a restore: how many there are, and the first of them. */
export interface Said {
  count: number;
  readonly first: string[];
}

/** What came, or would come, of the rows of one table that was backed up. */
export interface Tally {
  read: number;
  /** Rows that were not there, or were changed. */
  written: number;
  /** Rows that are there already, or newer. */
  asTheyWere: number;
  /** Rows that never come back, by kind. */
  readonly forgotten: Record<string, number>;
  /** Where something of the back-up takes the place of what is there. */
  readonly overruled: Said;
  /** Rows that are not believed, and stay away: why, and what to do next. */
  readonly leftOut: Said;
  /** What stops the restore, or what it could not join: the first of them, in sentences. */
  readonly troubles: string[];
  troubleCount: number;
}

const TOLD = 20;

/** Of nothing. */
export const emptyTally = (): Tally => ({
  read: 0,
  written: 0,
  asTheyWere: 0,
  forgotten: {},
  overruled: { count: 0, first: [] },
  leftOut: { count: 0, first: [] },
  troubles: [],
  troubleCount: 0,
});

/** Says one more. */
export function say(said: Said, why: string): void {
  said.count += 1;
  if (said.first.length < TOLD) said.first.push(why);
}

/** Tells one more trouble. */
export function tellTrouble(tally: Tally, why: string): void {
  tally.troubleCount += 1;
  if (tally.troubles.length < TOLD) tally.troubles.push(why);
}
