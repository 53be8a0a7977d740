import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sambaInstalled } from '../../local/samba/installed.ts';
import { startRelay, type Relay } from '../adapters/active-directory/relay.ts';
import { freshInSamba } from '../directory/fresh-in-samba.ts';
import { ownSamba } from '../directory/own-samba.ts';
import { troubleEverywhere } from './proofs/controller-troubles.ts';
import { killEverywhere } from './proofs/kill-everywhere.ts';
import { sceneAt, type Scene } from './proofs/killed.ts';
import { sambaWitness } from './proofs/samba-witness.ts';

/** The discard port: nobody listens there. */
const DEAD = 'ldaps://127.0.0.1:9';
const ACTS = [
  ['a reset', 'reset'],
  ['an unlock', 'unlock'],
] as const;

const PEOPLE = 200;

describe.skipIf(!sambaInstalled())('Samba AD beside a dead address', { timeout: 180_000 }, () => {
  const samba = ownSamba();
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-killed-'));
  let line: Relay;
  let nextPerson: () => string;
  let scene: Scene;
  beforeAll(async () => {
    const { urls, ca } = samba();
    const { hostname, port } = new URL(urls[0] ?? '');
    nextPerson = await freshInSamba(samba(), PEOPLE);
    line = await startRelay(Number(port), hostname);
    const directory = { urls: [DEAD, line.url], ca: [ca] };
    const store = { kind: 'sqlite', file: join(folder, 'central-store.sqlite') } as const;
    scene = await sceneAt({ directory, witnesses: [sambaWitness(samba())] }, store, folder);
  });
  afterAll(async () => {
    await line.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(ACTS)('is told the truth of, when the process is killed at every await of %s', async (_, act) => {
    const { points, wrong } = await killEverywhere(scene, act, nextPerson);
    expect(wrong).toEqual([]);
    expect(points).toContain(`bench.${act}`);
  });

  // The other awaits, and an unlock, are for `npm run soak`: here each change takes its time.
  it('is told the truth of, when it fails itself while a reset is at the bench', async () => {
    const { points, told, wrong } = await troubleEverywhere(
      { ...scene, lines: [line] },
      'reset',
      nextPerson,
      {
        at: /^bench/,
      },
    );
    expect(wrong).toEqual([]);
    expect(points).toContain('bench.reset');
    for (const what of ['done', 'perhaps', 'unknown', 'unchanged'] as const)
      expect(told[what], what).toBeGreaterThan(0);
  });
});
