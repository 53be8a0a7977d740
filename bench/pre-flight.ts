import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sambaInstalled } from '../local/samba/installed.ts';
import { message } from './world.ts';

/** What going over everybody took. */
interface Gone {
  readonly people: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** The most memory the process ever had, Node and all. */
  readonly peakMiB: number;
}

/** A pre-flight over a directory, beside the same paged search with nobody judged and nothing kept. */
export interface PreFlightMeasured {
  readonly directory: 'look-alike' | 'Samba AD';
  readonly preFlight: Gone;
  readonly search: Gone;
}

const CROWDS = [
  { directory: 'look-alike', process: 'crowd-process.ts', people: 1_000 },
  { directory: 'look-alike', process: 'crowd-process.ts', people: 10_000 },
  { directory: 'Samba AD', process: 'samba-crowd-process.ts', people: 2_000 },
] as const;

/** The pre-flight over a thousand and ten thousand people in the look-alike, and two thousand on Samba AD where it is installed: memory must not grow with them. */
export async function measurePreFlight(): Promise<readonly PreFlightMeasured[]> {
  const measured: PreFlightMeasured[] = [];
  for (const crowd of CROWDS)
    if (crowd.directory !== 'Samba AD' || sambaInstalled()) measured.push(await measure(crowd));
  return measured;
}

async function measure(crowd: (typeof CROWDS)[number]): Promise<PreFlightMeasured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-bench-pre-flight-'));
  const directory = fork(path.join(import.meta.dirname, crowd.process), [String(crowd.people)]);
  try {
    const { url, ca } = await message<{ url: string; ca: string }>(directory);
    const inProcess = (errand: 'register' | 'list' | 'fly') =>
      message<Gone>(
        fork(
          path.join(import.meta.dirname, 'pre-flight-process.ts'),
          [errand, url, ca, path.join(folder, 'store.db')],
          // Little heap, old and young: what is not needed any more is not left lying because there is room.
          { execArgv: [...process.execArgv, '--max-old-space-size=64', '--max-semi-space-size=4'] },
        ),
      );
    await inProcess('register');
    return { directory: crowd.directory, search: await inProcess('list'), preFlight: await inProcess('fly') };
  } finally {
    directory.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}
