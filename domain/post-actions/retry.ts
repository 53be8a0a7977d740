const MINUTE = 60_000;
/** After the first failure, the second, and so on; the last one is for all that follow. */
const WAITS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE);
const HOURLY = 60 * MINUTE;
const GIVE_UP_AFTER = 24 * 60 * MINUTE;

/** When a job that failed now is tried again; undefined: it has been tried for a day, and is given up. Pure. */
export function nextTry(
  { at, failures }: { readonly at: number; readonly failures: number },
  now: number,
): number | undefined {
  const next = now + (WAITS[failures] ?? HOURLY);
  return next - at >= GIVE_UP_AFTER ? undefined : next;
}
