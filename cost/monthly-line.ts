/** One line of a bill: what it is, how much of it, and US dollars a month. */
export interface MonthlyLine {
  readonly what: string;
  readonly usd: number;
}

/** Hours of a month, as AWS's calculator takes them. */
export const HOURS = 730;

/** The sum of a bill's lines. */
export const totalOf = (lines: readonly MonthlyLine[]): number =>
  lines.reduce((sum, { usd }) => sum + usd, 0);
