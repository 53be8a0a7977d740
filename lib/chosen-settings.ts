import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Settings } from './settings.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'config');

/** The settings in `config/<name>.ts`. An unknown name is an Error that says which there are. */
export async function chosenSettings(name: string): Promise<Settings> {
  const names = (await readdir(FOLDER)).flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);
  if (!names.includes(name))
    throw new Error(`There is no config/${name}.ts. Choose one with -c env=NAME: ${names.join(', ')}`);
  const module = (await import(pathToFileURL(path.join(FOLDER, `${name}.ts`)).href)) as {
    readonly default: Settings;
  };
  return module.default;
}
