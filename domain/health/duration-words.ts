import { instantWords } from '../administration/sentences/instant.ts';
import { counted } from '../administration/sentences/words.ts';

const MINUTE_MS = 60_000;

/** A moment to the minute, in UTC: `22 November 2026, 12:05 UTC`. */
export const momentWords = (at: number): string =>
  instantWords(new Date(Math.floor(at / MINUTE_MS) * MINUTE_MS).toISOString());

/** How long, in the largest unit that says it exactly: `3 days`, `90 minutes`. */
export function durationWords(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  if (minutes % (24 * 60) === 0) return counted(minutes / (24 * 60), 'day');
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute');
}
