import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FUNCTION_NAMES, type FunctionName } from '../lambdas/environment.ts';
import type { Bundles } from './bundles.ts';

/** A folder for each function with no code in it, for templates that are read and never deployed. */
export function emptyBundles(): Bundles {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-empty-'));
  const made = FUNCTION_NAMES.map((name): readonly [FunctionName, string] => {
    const bundle = path.join(folder, name);
    mkdirSync(bundle);
    writeFileSync(path.join(bundle, 'index.mjs'), `// ${name}\n`);
    return [name, bundle];
  });
  return Object.fromEntries(made) as Record<FunctionName, string>;
}
