import type { Row } from '../requests.ts';

/** How a person is spelt within a key (domain/person.ts). */
const PERSON = /^[^#/]+\/[^#/]+$/;
/** The last moment of which there is a date. */
const LAST_DATE = 8.64e15;

/** A whole number from 0 on; anything else is an Error that names it. A count below nothing would be tries to give away. */
export function countIn(row: Row, name: string): number {
  const value = row[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Error(`"${name}" is no count`);
}

/**
 * A moment (epoch milliseconds) that has come; anything else is an Error that names it. Of two rows the later often holds: one of a
 * time to come would hold against everything that is written from now on.
 */
export function momentIn(row: Row, name: string, now: number): number {
  const value = row[name];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw new Error(`"${name}" is no time`);
  if (value <= now) return value;
  const time = value <= LAST_DATE ? new Date(value).toISOString() : String(value);
  throw new Error(
    `"${name}" is ${time}, which has not come: check this computer’s clock; if it is right, the export was altered`,
  );
}

/** A person's key as part of a row's; an Error where it is none. */
export function personIn(text: string): string {
  if (PERSON.test(text)) return text;
  throw new Error('its key names no person');
}

/** The first of a row's names that is not among these. */
export const strangeName = (row: Row, known: (name: string) => boolean): string | undefined =>
  Object.keys(row).find((name) => !known(name));
