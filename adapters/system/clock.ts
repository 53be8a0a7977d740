import type { Clock } from '../../domain/ports/clock.ts';

/** The machine's clock, epoch milliseconds. */
export const systemClock: Clock = { now: () => Date.now() };
