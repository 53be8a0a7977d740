import * as fc from 'fast-check';
import { freshPeople } from '../journeys/proofs/fresh-people.ts';
import { aliveIn } from '../journeys/proofs/alive.ts';
import { anyDrop, type Drop } from '../journeys/proofs/any-drop.ts';
import { rain } from '../journeys/proofs/rain.ts';
import { startRunning, type Running } from '../journeys/proofs/running.ts';
import { countingHasher } from '../support/counting-hasher.ts';
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
    const [one, other] = freshPeople(2);
    if (!one || !other) throw new Error('nobody there');
    const wrap = (ports: Running['ports']) => ({ ...ports, hasher: countingHasher() });
    const running = await startRunning({ people: [one, other], wrap });
    try {
      const alive = await aliveIn(running, [one, other]);
      const drops = fc.sample(anyDrop, DROPS);
      const wrong: string[] = [];
      const worker = async (left: Drop[]): Promise<void> => {
        for (let drop = left.pop(); drop; drop = left.pop()) {
          const trouble = await rain(running, alive, drop);
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
