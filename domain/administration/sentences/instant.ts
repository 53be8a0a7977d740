import { quoted } from './words.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** An ISO 8601 instant as people read it, in UTC: `31 January 2027`, `31 January 2027, 17:30 UTC`. */
export function instantWords(text: string): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) return `${quoted(text)} (no date)`;
  const date = new Date(at);
  const day = `${String(date.getUTCDate())} ${MONTHS[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`;
  const time = (date.toISOString().split('T')[1] ?? '').replace(/(:00)?(\.000)?Z$/, '');
  return time === '00:00' ? day : `${day}, ${time} UTC`;
}
