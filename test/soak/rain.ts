import * as fc from 'fast-check';
import { anyDrop, type Drop } from '../journeys/proofs/any-drop.ts';
import { rain } from '../journeys/proofs/rain.ts';
import { runningInRain } from '../journeys/proofs/running-in-rain.ts';
import type { Soak } from './soak.ts';

const DROPS = 2_000;
const AT_ONCE = 16;

/** Generated requests to every route. */
export const RAIN: Soak = {
  name: 'fuzz',
  what: 'generated requests to every route: no 5xx, no innards, security headers',
  unit: 'requests',
  goal: 200_000,
  async batch() {
    const { running, alive } = await runningInRain(DROPS);
    try {
      const drops = fc.sample(anyDrop, DROPS);
      const wrong: string[] = [];
      const worker = async (left: Drop[]): Promise<void> => {
        for (let drop = left.pop(); drop; drop = left.pop()) {
          const trouble = await rain(running, await alive(), drop);
          if (trouble !== undefined) wrong.push(`${trouble}\n${JSON.stringify(drop)}`);
        }
      };
      const left = [...drops];
      await Promise.all(Array.from({ length: AT_ONCE }, () => worker(left)));
      return { done: drops.length, wrong };
    } finally {
      await running.stop();
    }
  },
};
