import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Builds the process that dies, once, into a folder: loaded from its sources it would take a second each time. */
export async function builtProcess(folder: string): Promise<string> {
  await build({
    entryPoints: [fileURLToPath(new URL('mortal-process.ts', import.meta.url))],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    logLevel: 'error',
    // Packages that are CommonJS still ask for `require`.
    banner: {
      js: "import { createRequire as cjs } from 'node:module'; const require = cjs(import.meta.url);",
    },
  });
  return join(folder, 'mortal-process.mjs');
}
