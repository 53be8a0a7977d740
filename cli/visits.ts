import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

/** The visits this person has, by deployment. A handle is as good as the password until the visit ends, minutes later. */
export interface Visits {
  readonly handleFor: (base: string) => Promise<string | undefined>;
  /** Keeps a handle, or forgets it. */
  readonly keep: (base: string, handle: string | undefined) => Promise<void>;
}

/** In a file that only its owner may read, under the XDG state folder. */
export function visitsFile(environment: NodeJS.ProcessEnv): Visits {
  const state = environment['XDG_STATE_HOME'];
  const folder = path.join(
    state === undefined || state === '' ? path.join(homedir(), '.local', 'state') : state,
    'latchkey',
  );
  const file = path.join(folder, 'visits.json');
  return {
    handleFor: async (base) => (await handlesIn(file)).get(base),
    async keep(base, handle) {
      const handles = await handlesIn(file);
      handles.delete(base);
      if (handle !== undefined) handles.set(base, handle);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Written beside and moved: nobody reads half a file, and one that others may read is never written into.
      const next = `${file}.${process.pid}`;
      await writeFile(next, JSON.stringify(Object.fromEntries(handles)), { mode: 0o600 });
      await rename(next, file);
    },
  };
}

/** What is kept; nothing where the file is not there or is not ours. */
async function handlesIn(file: string): Promise<Map<string, string>> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    return new Map(
      Object.entries(kept ?? {}).flatMap(([base, handle]) =>
        typeof handle === 'string' ? [[base, handle]] : [],
      ),
    );
  } catch {
    return new Map();
  }
}
