import { setTimeout as pause } from 'node:timers/promises';

/** How often a write that meets others, or a read that brings nothing, is made in all. */
export const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 10;

/**
 * Waits after the given attempt (1 is the first). Jittered, so that those who collided do not collide again: at most
 * 10 + 20 + 40 + 80 + 160 ms in all.
 */
export const pauseAfter = (attempt: number): Promise<void> =>
  pause(Math.random() * FIRST_PAUSE_MS * 2 ** (attempt - 1));
