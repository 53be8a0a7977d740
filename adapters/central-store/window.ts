import type { Budget } from '../../domain/ports/flow-store.ts';

/**
 * Where the window that holds `now` starts, epoch milliseconds. Windows stand on whole multiples of their length, so
 * every process agrees on them; a burst on both sides of an edge may thus spend twice the cap.
 */
export const windowStart = (now: number, { windowMs }: Pick<Budget, 'windowMs'>): number =>
  Math.floor(now / windowMs) * windowMs;

/** When a count that never decays may be retried: no date that will come. Only a proof or a new enrollment resets it. */
export const NEVER = Number.MAX_SAFE_INTEGER;
