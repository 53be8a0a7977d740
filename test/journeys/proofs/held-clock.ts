import type { Clock } from '../../../domain/ports/clock.ts';

/** The real time, which can be stopped and turned on. */
export interface HeldClock extends Clock {
  /** It stays what it is now, so that nothing that is compared depends on how fast it was done. */
  hold(): void;
  release(): void;
  /** From now on so many milliseconds later. */
  pass(ms: number): void;
}

export function heldClock(): HeldClock {
  let ahead = 0;
  let held: number | undefined;
  const real = (): number => Date.now() + ahead;
  return {
    now: () => held ?? real(),
    hold() {
      held = real();
    },
    release() {
      held = undefined;
    },
    pass(ms) {
      ahead += ms;
      if (held !== undefined) held += ms;
    },
  };
}
