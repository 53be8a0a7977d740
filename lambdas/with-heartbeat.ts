import type { Meter } from './metrics.ts';

/**
 * A run that no request woke, which is counted when it comes to its end: who is silent for too long has an alarm, as a rule that
 * is gone, or a function that cannot be loaded, writes no error of its own.
 */
export const withHeartbeat =
  <Given extends readonly unknown[], Done>(meter: Meter, run: (...given: Given) => Promise<Done>) =>
  async (...given: Given): Promise<Done> => {
    const done = await run(...given);
    meter.count('BackgroundRan');
    return done;
  };
