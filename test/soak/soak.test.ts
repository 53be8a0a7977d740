import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { added, NOTHING_YET, readKept, writeKept } from './progress.ts';
import { areaUnderCurve } from './timing.ts';

describe('how far a soak has come', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-progress-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'deeper', 'soak.json');
  const batch = { done: 10, wrong: ['one'], seconds: 2, samples: { start: [1, 2] } };

  it('is kept between runs on one commit, and forgotten on another', () => {
    expect(readKept(file, 'abc')).toEqual({ commit: 'abc', proofs: {} });
    writeKept(file, { commit: 'abc', proofs: { race: batch } });
    expect(readKept(file, 'abc').proofs).toEqual({ race: batch });
    expect(readKept(file, 'def')).toEqual({ commit: 'def', proofs: {} });
  });

  it('adds up batches, samples and all that was wrong', () => {
    const twice = added(added(NOTHING_YET, batch), { ...batch, samples: { start: [3], other: [4] } });
    expect(twice).toEqual({
      done: 20,
      wrong: ['one', 'one'],
      seconds: 4,
      samples: { start: [1, 2, 3], other: [4] },
    });
  });
});

describe('the area under the curve', () => {
  it('is a half for what cannot be told apart, ties included, and one or nothing for what always can', () => {
    expect(areaUnderCurve([1, 2, 3, 4], [1, 2, 3, 4])).toBeCloseTo(0.5);
    expect(areaUnderCurve([5, 5, 5], [5, 5])).toBeCloseTo(0.5);
    expect(areaUnderCurve([10, 11], [1, 2, 3])).toBe(1);
    expect(areaUnderCurve([1, 2], [10, 11])).toBe(0);
    expect(areaUnderCurve([1, 3], [2])).toBe(0.5);
  });
});
