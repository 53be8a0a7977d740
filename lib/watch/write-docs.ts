import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { FUNCTION_NAMES, type FunctionName } from '../../lambdas/environment.ts';
import { latchkeyStacks } from '../latchkey-stacks.ts';
import { documentedSettings } from './documented-settings.ts';
import { watchDocs } from './watch-docs.ts';

/** `npm run dashboards`: writes docs/metrics.md and a picture of each dashboard, as documented-settings.ts would have them. */
const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-no-bundles-'));
writeFileSync(path.join(folder, 'index.mjs'), '');
const bundles = Object.fromEntries(FUNCTION_NAMES.map((name) => [name, folder])) as Record<
  FunctionName,
  string
>;
const { watch } = latchkeyStacks(new App(), documentedSettings, bundles);
for (const [file, text] of watchDocs(watch)) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  process.stdout.write(`${file}\n`);
}
