import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** Node of the administrators' machines; the same as package.json asks for. */
const TARGET = 'node20';

/** Writes the whole command line as one file that needs Node and nothing else. */
export async function writeOneFile(outfile: string): Promise<void> {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'latchkey.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: TARGET,
    // What is bundled of older packages asks for Node's own modules by require, which an ES module has not.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  await chmod(outfile, 0o755);
}
