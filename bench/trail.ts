import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { message } from './world.ts';

interface TrailRun {
  readonly events: number;
  /** The most memory the process ever had, Node and all. */
  readonly peakMiB: number;
  readonly seconds: number;
}

/** What sealing a trail into files took, and verifying them. */
export interface TrailMeasured {
  readonly seal: TrailRun;
  readonly verify: TrailRun & { readonly faults: number };
}

const TRAILS = [10_000, 100_000] as const;

/** Trails of ten and of a hundred thousand events: a minute is enough to verify the latter, and memory must hardly grow with them. */
export async function measureTrail(): Promise<readonly TrailMeasured[]> {
  const measured: TrailMeasured[] = [];
  for (const events of TRAILS) measured.push(await trailOf(events));
  return measured;
}

async function trailOf(events: number): Promise<TrailMeasured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-bench-trail-'));
  const inProcess = <T>(errand: 'seal' | 'verify') =>
    message<T>(
      fork(
        path.join(import.meta.dirname, 'trail-process.ts'),
        [errand, path.join(folder, 'copy'), path.join(folder, 'key.pem'), String(events)],
        // Little heap: what is not needed any more is not left lying because there is room. Who seals remembers what every event said.
        { execArgv: [...process.execArgv, `--max-old-space-size=${errand === 'seal' ? 128 : 64}`] },
      ),
    );
  try {
    return { seal: await inProcess('seal'), verify: await inProcess('verify') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
