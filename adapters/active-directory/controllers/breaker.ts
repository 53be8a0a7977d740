/** What is remembered of one domain controller's network. Times are the given clock's milliseconds. */
export interface Breaker {
  /** Network failures in a row. */
  readonly failures: number;
  /** When the last one was. */
  readonly failedAt: number;
  /** Somebody is finding out whether it is back. */
  readonly trying: boolean;
}

/** After so many failures in a row it is passed over. */
export const FAILURES = 3;
/** So long; then it is tried, by one at a time. */
export const PAUSE_MS = 30_000;

/** Never failed, or answered since. */
export const SOUND: Breaker = { failures: 0, failedAt: 0, trying: false };

const isOpen = ({ failures }: Breaker): boolean => failures >= FAILURES;

/** Whether it is worth a try at this moment. */
export const mayTry = (breaker: Breaker, now: number): boolean =>
  !isOpen(breaker) || (!breaker.trying && now - breaker.failedAt >= PAUSE_MS);

/** Somebody begins a try: while it lasts nobody else makes one, unless it was sound. */
export const begun = (breaker: Breaker): Breaker =>
  isOpen(breaker) ? { ...breaker, trying: true } : breaker;

/** The network failed. What the server itself answers is never a failure, whatever it is. */
export const failed = (breaker: Breaker, now: number): Breaker => ({
  failures: breaker.failures + 1,
  failedAt: now,
  trying: false,
});

/** The try ended without telling anything. */
export const left = (breaker: Breaker): Breaker => ({ ...breaker, trying: false });
