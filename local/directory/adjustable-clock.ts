/** A clock that can be set and turned on. Epoch milliseconds. */
export interface AdjustableClock {
  now(): number;
  /** It is this time and stays so; undefined = the clock underneath, unshifted. */
  setNow(epochMs: number | undefined): void;
  advance(milliseconds: number): void;
}

export function adjustableClock(underneath: () => number): AdjustableClock {
  let shiftMs = 0;
  let fixed: number | undefined;
  return {
    now: () => fixed ?? underneath() + shiftMs,
    setNow(epochMs) {
      fixed = epochMs;
      shiftMs = 0;
    },
    advance(milliseconds) {
      if (fixed === undefined) shiftMs += milliseconds;
      else fixed += milliseconds;
    },
  };
}
