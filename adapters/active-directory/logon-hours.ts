const HOURS_A_DAY = 24;
const BYTES = 21;

/**
 * Whether the hours in which an account may sign in leave out a time (epoch milliseconds). 168 bits, one for each hour of
 * the week in UTC from Sunday 00:00 on, each byte's lowest bit first; a set bit permits (MS-ADA1 logonHours, MS-SAMR
 * 2.2.6.5). An account without the attribute, or with another number of bytes, may sign in at any hour.
 */
export function isOutsideLogonHours(hours: Uint8Array | undefined, time: number): boolean {
  if (hours?.length !== BYTES) return false;
  const then = new Date(time);
  const hour = then.getUTCDay() * HOURS_A_DAY + then.getUTCHours();
  return (((hours[hour >> 3] ?? 0) >> (hour & 7)) & 1) === 0;
}
