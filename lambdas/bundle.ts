import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { DomainSettings } from '../adapters/active-directory/domain-settings.ts';
import { builtConsole } from './build-console.ts';
import { CONSOLE_FOLDER } from './console/files.ts';
import { type FunctionName, READS, type Variable } from './environment.ts';

export type Architecture = 'x86_64' | 'arm64';

/** Functions that hash answers carry argon2's native part. */
const HASHING: readonly string[] = ['verify', 'enroll'] satisfies FunctionName[];

/**
 * CommonJS within the bundle expects `require` and `__dirname`; ESM has neither. The names are long because short ones
 * collide with minified ones, which shows at run time only.
 */
const BANNER = [
  "import { createRequire as latchkeyBundleCreateRequire } from 'node:module';",
  "import { fileURLToPath as latchkeyBundleFileURLToPath } from 'node:url';",
  'const require = latchkeyBundleCreateRequire(import.meta.url);',
  "const __dirname = latchkeyBundleFileURLToPath(new URL('.', import.meta.url));",
].join('');

/** The languages that are only for who looks at the pages weigh as much as the rest of a function; nobody is deployed them. */
const withoutTestLanguages: Plugin = {
  name: 'without-test-languages',
  setup: (plugins) =>
    plugins.onLoad({ filter: /[\\/]portal[\\/]catalogs[\\/]test-catalog-files\.ts$/ }, () => ({
      contents: 'export const TEST_CATALOG_FILES = {};',
    })),
};

/**
 * Bundles an entry file into `outdir/index.mjs` with everything it needs, the AWS SDK too; no network, no Docker. What is
 * imported only when it is needed (`await import(…)`) stands in files beside it, which a start does not read. All of them
 * lie in one folder, so that `__dirname` means the same in each. What was in `outdir` goes.
 */
export async function bundleEntry(
  entry: string,
  outdir: string,
  native: Architecture | undefined,
): Promise<void> {
  // Parts are named after what is in them: those of an earlier build would stay.
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await build({
    entryPoints: [{ in: entry, out: 'index' }],
    outdir,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    splitting: true,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: BANNER },
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    plugins: [withoutTestLanguages],
    legalComments: 'none',
    // An uncaught error prints the line it is on: not all of the bundle.
    lineLimit: 200,
    logLevel: 'error',
  });
  if (native) await copyArgon2(outdir, native);
}

/** What goes beside the code of a function. */
export interface BesideCode {
  readonly domains: readonly DomainSettings[];
  /** The list of breached passwords to be looked up in, as `latchkey breached build` writes it. */
  readonly breachedPasswords?: string;
}

/** Bundles one function as it is deployed, with the files beside it that its variables name. */
export async function bundleFunction(
  name: FunctionName,
  outdir: string,
  architecture: Architecture,
  { domains, breachedPasswords }: BesideCode,
): Promise<void> {
  const entry = path.join(import.meta.dirname, name, 'handler.ts');
  await bundleEntry(entry, outdir, HASHING.includes(name) ? architecture : undefined);
  if (name === 'console')
    await cp(await builtConsole(), path.join(outdir, CONSOLE_FOLDER), { recursive: true });
  const reads: readonly Variable[] = READS[name];
  if (reads.includes('LATCHKEY_DOMAINS_FILE'))
    await writeFile(path.join(outdir, DOMAINS_FILE), JSON.stringify(domains.map(oneAtATime)));
  if (breachedPasswords !== undefined && reads.includes('LATCHKEY_BREACHED_PASSWORDS'))
    await cp(breachedPasswords, path.join(outdir, BREACHED_FILE));
}

/**
 * An environment of a function has one connection at a time to a domain controller, so that how many environments there are
 * bounds what it sees of us.
 */
const oneAtATime = (domain: DomainSettings): DomainSettings => ({ ...domain, atOnce: 1 });

/** Where a function finds its domains, beside its code: the value of LATCHKEY_DOMAINS_FILE on Lambda, whose working directory is its code. */
export const DOMAINS_FILE = 'domains.json';
/** Likewise the list of breached passwords, where there is one. */
export const BREACHED_FILE = 'breached-passwords.bin';

/** argon2 ships a prebuilt glibc binary for each architecture; only the function's own goes along. */
async function copyArgon2(outdir: string, architecture: Architecture): Promise<void> {
  const platform = architecture === 'arm64' ? 'linux-arm64' : 'linux-x64';
  const from = path.join(
    path.dirname(createRequire(import.meta.url).resolve('argon2/package.json')),
    'prebuilds',
    platform,
  );
  const to = path.join(outdir, 'prebuilds', platform);
  await mkdir(to, { recursive: true });
  for (const file of await readdir(from))
    if (file.includes('glibc')) await cp(path.join(from, file), path.join(to, file));
}
