import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { message } from './world.ts';

/** What the report over so many people took. */
export interface RegistrationsMeasured {
  readonly looked: number;
  readonly registered: number;
  /** The most memory the reporting process ever had, Node and all. */
  readonly peakMiB: number;
  readonly seconds: number;
}

const CROWDS = [10_000, 100_000] as const;

/** The registrations report over ten and over a hundred thousand people: memory must not grow with them. */
export async function measureRegistrations(): Promise<Readonly<Record<string, RegistrationsMeasured>>> {
  const measured: Record<string, RegistrationsMeasured> = {};
  for (const people of CROWDS) measured[people] = await report(people);
  return measured;
}

async function report(people: number): Promise<RegistrationsMeasured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-bench-crowd-'));
  const directory = fork(path.join(import.meta.dirname, 'crowd-process.ts'), [String(people)]);
  try {
    const { url, ca } = await message<{ url: string; ca: string }>(directory);
    const inProcess = <T>(errand: 'register' | 'report') =>
      message<T>(
        fork(
          path.join(import.meta.dirname, 'registrations-process.ts'),
          [errand, url, ca, path.join(folder, 'store.db')],
          // Little heap, as a function has: what is not needed any more is not left lying because there is room.
          { execArgv: [...process.execArgv, '--max-old-space-size=64'] },
        ),
      );
    await inProcess('register');
    return await inProcess('report');
  } finally {
    directory.disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}
