import { parseArgs } from 'node:util';
import { coldStarts } from './cold-start.ts';
import { pageWeights } from './page-weight.ts';
import { measureRecovery } from './recovery.ts';
import { report } from './report.ts';

/**
 * `npm run bench`: what a recovery costs beside the floor below which it cannot go, how fast each built bundle answers beside
 * one with only its SDK clients, and what each page weighs. Ratios and counts; milliseconds are this machine's. `--json` for programs.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const measured = { recovery: await measureRecovery(), coldStart: await coldStarts(), portal: pageWeights() };
console.log(values.json ? JSON.stringify(measured) : report(measured));
