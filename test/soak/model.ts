import * as fc from 'fast-check';
import { modelGround } from '../journeys/model/model-ground.ts';
import { takeAll } from '../journeys/model/model-run.ts';
import { EXAMPLES, steps } from '../journeys/model/model-steps.ts';
import { pairsOf } from '../journeys/model/pairs.ts';
import type { Soak } from './soak.ts';

const RUNS = 500;
const PEOPLE = 20;

/** Random sequences of requests against the HTTP API, beside a model of what it should do. */
export const MODEL: Soak = {
  name: 'model',
  what: 'random sequences of requests, three people and three kinds of clients, each step beside a model',
  unit: 'sequences',
  goal: 10_000,
  async batch() {
    const ground = await modelGround(PEOPLE);
    try {
      ground.running.clock.hold();
      const pair = pairsOf(ground, PEOPLE);
      const checked = await fc.check(
        fc.asyncProperty(steps, async (taken) => void (await takeAll(ground, await pair(), taken))),
        { numRuns: RUNS, examples: EXAMPLES, endOnFailure: true },
      );
      const wrong = checked.failed
        ? [
            `seed ${String(checked.seed)}, path ${checked.counterexamplePath ?? ''}: ${String(checked.errorInstance)}`,
          ]
        : [];
      return { done: checked.numRuns, wrong };
    } finally {
      await ground.stop();
    }
  },
};
