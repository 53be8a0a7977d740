import { setTimeout as after } from 'node:timers/promises';
import type { Pause } from '../../domain/ports/pause.ts';

/** The system's timers. */
export const systemPause: Pause = {
  async until(moment) {
    const wait = moment - Date.now();
    if (wait > 0) await after(wait);
  },
};
