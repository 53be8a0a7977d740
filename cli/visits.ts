import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
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
  const folder = path.join(
    environment['XDG_STATE_HOME'] ?? path.join(homedir(), '.local', 'state'),
    'latchkey',
  );
  const file = path.join(folder, 'visits.json');
  const read = async (): Promise<Record<string, string>> => {
    try {
      return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
    } catch {
      return {};
    }
  };
  return {
    handleFor: async (base) => (await read())[base],
    async keep(base, handle) {
      const { [base]: _before, ...others } = await read();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, JSON.stringify(handle === undefined ? others : { ...others, [base]: handle }), {
        mode: 0o600,
      });
      // A file that was there keeps its mode when it is written anew.
      await chmod(file, 0o600);
    },
  };
}
