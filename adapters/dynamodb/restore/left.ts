import type { Key, Row } from '../requests.ts';

/**
 * What a restore leaves of one row that was backed up: something to be joined with the row that is there now, nothing, a row that is not
 * to be believed and alone stays away, or a trouble that stops the restore; the latter two said in a sentence.
 */
export type Left =
  | { readonly kind: 'left'; readonly key: Key; readonly row: Row }
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'left-out'; readonly why: string }
  | { readonly kind: 'trouble'; readonly why: string };

/** Two rows that cannot both be true, said in a sentence. */
export interface Clash {
  readonly clash: string;
}

/** Joins what is there with what was left. It does not matter which comes first, nor how often it is done. */
export type Join = (present: Row, left: Row) => Row | Clash;

/** What never comes back. */
export const FORGOTTEN: Left = { kind: 'forgotten' };
/** What stops the restore; `why` is a sentence. */
export const trouble = (why: string): Left => ({ kind: 'trouble', why });
/** Whether a join found that the two rows cannot both be true. */
export const isClash = (joined: Row | Clash): joined is Clash => 'clash' in joined;

/** A number of a row, where it has one of that name. */
export const numberIn = (row: Row, name: string): number | undefined =>
  row[name] === undefined ? undefined : Number(row[name]);
