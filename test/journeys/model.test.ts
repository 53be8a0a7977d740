import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelGround, type ModelGround } from './model/model-ground.ts';
import { takeAll } from './model/model-run.ts';
import { EXAMPLES, steps } from './model/model-steps.ts';
import { pairsOf } from './model/pairs.ts';

const RUNS = 200;
const PEOPLE = 20;

describe('whatever three people do over HTTP, with three kinds of clients', () => {
  let ground: ModelGround;
  beforeAll(async () => {
    ground = await modelGround(PEOPLE);
    ground.running.clock.hold();
  });
  afterAll(() => ground?.stop());

  it('the product does what the model says, and changes nothing else', async () => {
    const pair = pairsOf(ground, PEOPLE);
    let made = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        made += await takeAll(ground, await pair(), taken);
      }),
      { numRuns: RUNS, examples: EXAMPLES },
    );
    // The sequences must lead somewhere, or they prove nothing.
    expect(made).toBeGreaterThan(RUNS / 10);
  }, 120_000);
});
