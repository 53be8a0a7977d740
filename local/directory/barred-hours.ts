import type { Filetime } from './filetime.ts';

const TICKS_AN_HOUR = 36_000_000_000n;
const HOURS_A_WEEK = 168n;

/** Whether logonHours leave out a time. FILETIME begins on Monday 1601-01-01 in UTC, the week's bits on Sunday 00:00. */
export function isBarredAt(hours: Buffer | undefined, now: Filetime): boolean {
  if (hours?.length !== Number(HOURS_A_WEEK) / 8) return false;
  const hour = Number((now / TICKS_AN_HOUR + 24n) % HOURS_A_WEEK);
  return ((hours.readUInt8(Math.floor(hour / 8)) >> (hour % 8)) & 1) === 0;
}
