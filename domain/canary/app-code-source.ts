import type { AppCodes } from '../ports/app-codes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pause } from '../ports/pause.ts';

/** What makes codes, and waits for the next one. */
export interface CodeNeeds {
  readonly codes: AppCodes;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** The codes of one app within one round. No code counts twice, so each is of a time step of its own. */
export interface AppCodeSource {
  /** Waits until there is a code that was not given yet. */
  fresh(): Promise<void>;
  /** The next code; waits for it where it must. */
  next(secret: string): Promise<string>;
}

/** RFC 6238 §4.1, milliseconds. */
const STEP_MS = 30_000;

/** A source for one round: it knows nothing of codes that were given before. */
export function appCodeSource({ codes, clock, pause }: CodeNeeds): AppCodeSource {
  let given = -1;
  const fresh = async (): Promise<void> => {
    if (Math.floor(clock.now() / STEP_MS) <= given) await pause.until((given + 1) * STEP_MS);
  };
  return {
    fresh,
    async next(secret) {
      await fresh();
      const { code, step } = await codes.codeAt(secret, clock.now());
      given = step;
      return code;
    },
  };
}
