import { afterEach, describe, expect, it } from 'vitest';
import { type Background, inBackground } from '../../local/background.ts';

let background: Background | undefined;
afterEach(() => background?.stop());

/** Work that ends when the test says so. */
function gated() {
  const gates: PromiseWithResolvers<void>[] = [];
  const work = (): Promise<void> => {
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    return gate.promise;
  };
  return { gates, work };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const HOUR = 3_600_000;

describe('background work', () => {
  it('never runs twice at a time, and runs once more for all who asked meanwhile', async () => {
    const { gates, work } = gated();
    background = inBackground(HOUR, work, () => undefined);
    const first = background.run();
    await turn();
    const later = [background.run(), background.run()];
    await turn();
    expect(gates).toHaveLength(1);
    gates[0]?.resolve();
    await first;
    await turn();
    expect(gates).toHaveLength(2);
    gates[1]?.resolve();
    await Promise.all(later);
    expect(gates).toHaveLength(2);
  });

  it('goes on after a run that failed', async () => {
    let runs = 0;
    background = inBackground(
      HOUR,
      async () => {
        runs += 1;
        if (runs === 1) throw new Error('no carrier');
      },
      () => undefined,
    );
    await expect(background.run()).rejects.toThrow('no carrier');
    await background.run();
    expect(runs).toBe(2);
  });

  it('is over when it says it stopped', async () => {
    const { gates, work } = gated();
    const stopping = inBackground(HOUR, work, () => undefined);
    const run = stopping.run();
    await turn();
    let stopped = false;
    const stop = stopping.stop().then(() => {
      stopped = true;
    });
    await turn();
    expect(stopped).toBe(false);
    gates[0]?.resolve();
    await Promise.all([run, stop]);
  });
});
