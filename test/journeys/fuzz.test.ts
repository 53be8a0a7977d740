import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutExample } from './proofs/any-body.ts';
import { anyDrop } from './proofs/any-drop.ts';
import { askedOf, rain, wrongWith } from './proofs/rain.ts';
import { ask } from './proofs/over-http.ts';
import { runningInRain, type RunningInRain } from './proofs/running-in-rain.ts';
import type { Running } from './proofs/running.ts';

/** About seven for each route. */
const RUNS = 1_000;

describe('every route, given anything', () => {
  let running: Running;
  let alive: RunningInRain['alive'];

  beforeAll(async () => {
    ({ running, alive } = await runningInRain(2 * RUNS));
  });
  afterAll(() => running.stop());

  it('answers without breaking, and without showing what is inside', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyDrop, async (drop) => {
        expect(await rain(running, await alive(), drop)).toBeUndefined();
      }),
      { numRuns: RUNS },
    );
  });

  it('has an example of each field it takes', () => {
    expect(withoutExample()).toEqual([]);
  });

  it('is given what it takes as well: requests succeed among those that fail', async () => {
    const drops = fc.sample(anyDrop, { numRuns: 200, seed: 7 });
    const statuses = new Set<number>();
    for (const drop of drops) {
      const { status } = await ask(running.origin, askedOf(drop, await alive(), running.origin));
      statuses.add(status);
    }
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 415]));
  });

  it('would be seen to break', () => {
    const [drop] = fc.sample(anyDrop, { numRuns: 1, seed: 1 });
    if (!drop) throw new Error('no drop');
    const headers = [['content-security-policy', "default-src 'none'"]] as const;
    expect(wrongWith(drop, { status: 503, headers, body: '' })).toContain('503');
    expect(wrongWith(drop, { status: 400, headers, body: '{"code":"x"} at f (a.ts:3)' })).toContain('showed');
    expect(wrongWith(drop, { status: 200, headers: [], body: '' })).toContain('security headers');
    expect(wrongWith(drop, { status: 200, headers, body: '' })).toBeUndefined();
  });
});
