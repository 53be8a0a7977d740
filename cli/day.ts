import { CommandEnds, EXIT } from './exit-codes.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 24 * 60 * 60_000;

/** A day (2027-03-31) or an instant in UTC as it is typed. Ends the command for anything else, also for a 30 February. */
export function dayOrInstant(text: string, option: string): string {
  const at = Date.parse(text);
  const known = DAY.test(text) || /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text);
  if (!known || Number.isNaN(at) || !new Date(at).toISOString().startsWith(text.slice(0, 10)))
    throw new CommandEnds(EXIT.usage, `${option} takes a day, such as 2027-03-31; "${text}" is none.`);
  return text;
}

/** A day means its end, in UTC. */
export function endOf(text: string, option: string): string {
  const day = dayOrInstant(text, option);
  return DAY.test(day) ? `${day}T23:59:59.000Z` : new Date(day).toISOString();
}

/** A day means all of it: what comes after, in UTC. */
export function after(text: string, option: string): string {
  const day = dayOrInstant(text, option);
  return new Date(Date.parse(day) + (DAY.test(day) ? DAY_MS : 0)).toISOString();
}
