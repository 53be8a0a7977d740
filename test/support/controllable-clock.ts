import type { Clock } from '../../domain/ports/clock.ts';

/** A clock that stands still until it is told to go on. */
export interface ControllableClock extends Clock {
  /** Lets so many milliseconds pass. */
  pass(ms: number): void;
}

/** A clock that shows `start` (epoch milliseconds). */
export function clockAt(start: number): ControllableClock {
  let shown = start;
  return {
    now: () => shown,
    pass: (ms) => {
      shown += ms;
    },
  };
}
