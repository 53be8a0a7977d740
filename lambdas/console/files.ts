import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** One file of the console as it is answered. */
export interface ConsoleFile {
  readonly type: string;
  /** gzip, as base64. */
  readonly gzip: string;
}

/** The file of a name; undefined when there is none. */
export type ConsoleFiles = (name: string) => Promise<ConsoleFile | undefined>;

/** The list of the files there are: their names and types; beside the bundle, where each lies as `<name>.gz`. */
export const CONSOLE_INDEX = 'files.json';
export const CONSOLE_FOLDER = 'console';

/** What browsers are told a file is, by the end of its name. What Vite builds has no others. */
export const CONSOLE_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The console's files in a folder; each is read when first asked for, and kept. Only what the list names is ever opened. */
export function consoleFiles(folder: string): ConsoleFiles {
  let list: Promise<ReadonlySet<string>> | undefined;
  const kept = new Map<string, ConsoleFile>();
  return async (name) => {
    list ??= namesIn(folder);
    const type = CONSOLE_TYPES[path.extname(name)];
    if (!(await list).has(name) || type === undefined) return undefined;
    const file = kept.get(name) ?? {
      type,
      gzip: await readFile(path.join(folder, `${name}.gz`), 'base64'),
    };
    kept.set(name, file);
    return file;
  };
}

const namesIn = async (folder: string): Promise<ReadonlySet<string>> =>
  new Set(JSON.parse(await readFile(path.join(folder, CONSOLE_INDEX), 'utf8')) as readonly string[]);
