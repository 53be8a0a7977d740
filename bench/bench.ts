import { parseArgs } from 'node:util';
import { coldStarts } from './cold-start.ts';
import { pageWeights } from './page-weight.ts';
import { measureRecovery } from './recovery.ts';
import { measureRegistrations } from './registrations.ts';
import { report } from './report.ts';

/**
 * `npm run bench`: what a recovery costs beside the floor below which it cannot go, how fast each built bundle answers beside
 * one with only its SDK clients, what each page weighs, and the memory of a report over a hundred thousand people. Ratios and counts; milliseconds are this machine's. `--json` for programs.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const measured = {
  recovery: await measureRecovery(),
  coldStart: await coldStarts(),
  portal: pageWeights(),
  registrations: await measureRegistrations(),
};
console.log(values.json ? JSON.stringify(measured) : report(measured));
