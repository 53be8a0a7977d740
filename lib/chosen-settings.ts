import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from './settings.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'config');

/** The names that there are settings for. */
export const settingsNames = async (folder = FOLDER): Promise<readonly string[]> =>
  (await readdir(folder)).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []).toSorted();

/** The settings in `config/<name>.ts`. An unknown name is an Error that says which there are. */
export async function chosenSettings(name: string, folder = FOLDER): Promise<Settings> {
  const names = await settingsNames(folder);
  if (!names.includes(name))
    throw new Error(`There is no config/${name}.ts. Choose one with -c env=NAME: ${names.join(', ')}`);
  const module = (await import(pathToFileURL(path.join(folder, `${name}.ts`)).href)) as {
    readonly default: Settings;
  };
  return module.default;
}
