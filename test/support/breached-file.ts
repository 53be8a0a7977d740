import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { breachedBuild, type BreachedBuildOptions } from '../../cli/commands/breached-build.ts';
import type { Terminal } from '../../cli/terminal.ts';

/** A folder for lists, and the command that builds them, with all that it said. */
export interface ListFolder {
  readonly file: (name: string) => string;
  /** Writes a text, makes a list of it, and answers where that is. */
  readonly built: (text: string, options?: Partial<BreachedBuildOptions>) => Promise<string>;
  readonly said: () => string;
  readonly leave: () => void;
}

export function listFolder(): ListFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-breached-'));
  const file = (name: string) => path.join(folder, name);
  const said: string[] = [];
  const terminal: Terminal = {
    data: (text) => void said.push(text),
    talk: (text) => void said.push(text),
    quiet: true,
    interactive: false,
    watched: false,
    dataShown: false,
    ask: () => Promise.reject(new Error('nobody is there to be asked')),
    piped: () => Promise.resolve(undefined),
  };
  return {
    file,
    built: async (text, options = {}) => {
      const { out = file('breached.bin') } = options;
      writeFileSync(file('list.txt'), text);
      await breachedBuild({ terminal, json: false }, { from: file('list.txt'), ...options, out });
      return out;
    },
    said: () => said.join('\n'),
    leave: () => rmSync(folder, { recursive: true }),
  };
}
