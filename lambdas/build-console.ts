import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { CONSOLE_INDEX, CONSOLE_TYPES } from './console/files.ts';

const ROOT = path.join(import.meta.dirname, '..');
/** What the console is made from; nothing else goes into its files. */
const SOURCES = ['console', 'client', 'package-lock.json'];
const BUILT = path.join(ROOT, '.latchkey', 'console');
const compress = promisify(gzip);
const execute = promisify(execFile);

/**
 * Builds the console with Vite, unless just this console was built before, and answers the folder of its files: `files.json`, and each file as
 * `<name>.gz`. Several may ask at once, in several processes: the folder is named after its sources, and appears as a whole.
 */
export async function builtConsole(): Promise<string> {
  const folder = path.join(BUILT, await digestOf(SOURCES));
  if (await exists(folder)) return folder;
  await mkdir(BUILT, { recursive: true });
  const work = await mkdtemp(path.join(BUILT, 'building-'));
  try {
    const dist = path.join(work, 'dist');
    await viteBuild(dist);
    await packed(dist, path.join(work, 'packed'));
    await rename(path.join(work, 'packed'), folder).catch(async (error: unknown) => {
      // Somebody else was faster, with the same.
      if (!(await exists(folder))) throw error;
    });
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * In a process of its own, with an environment of its own: what React is built from follows NODE_ENV, and whoever asks may run
 * tests. No development build is ever deployed.
 */
async function viteBuild(outDir: string): Promise<void> {
  const vite = path.join(
    path.dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin',
    'vite.js',
  );
  const command = [
    vite,
    'build',
    path.join(ROOT, 'console'),
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ];
  await execute(process.execPath, command, { env: { NODE_ENV: 'production' } });
}

async function packed(dist: string, into: string): Promise<void> {
  await mkdir(into);
  const names = await readdir(dist);
  const strange = names.filter((name) => CONSOLE_TYPES[path.extname(name)] === undefined);
  if (strange.length > 0)
    throw new Error(
      `the console has files that lambdas/console/files.ts knows no type for: ${strange.join(', ')}`,
    );
  for (const name of names) {
    const file = path.join(dist, name);
    await writeFile(path.join(into, `${name}.gz`), await compress(await readFile(file), { level: 9 }));
  }
  await writeFile(path.join(into, CONSOLE_INDEX), JSON.stringify(names));
}

/** A digest over the names and contents of all files. */
async function digestOf(places: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const place of places)
    for (const file of await filesIn(path.join(ROOT, place)))
      hash
        .update(`${path.relative(ROOT, file)}\0`)
        .update(await readFile(file))
        .update('\0');
  return hash.digest('hex').slice(0, 16);
}

async function filesIn(place: string): Promise<readonly string[]> {
  if ((await stat(place)).isFile()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(place, file).startsWith('dist'))
    .toSorted();
}

const exists = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  );
