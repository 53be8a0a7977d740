import { parseArgs } from 'node:util';
import { coldStarts } from './cold-start.ts';
import { measureMemory } from './memory.ts';
import { pageWeights } from './page-weight.ts';
import { measurePreFlight } from './pre-flight.ts';
import { measureRecovery } from './recovery.ts';
import { measureRegistrations } from './registrations.ts';
import { report, type Measured } from './report.ts';
import { measureTrail } from './trail.ts';

/**
 * `npm run bench`: what a recovery costs beside the floor below which it cannot go, how fast each built bundle answers beside
 * one with only its SDK clients, the CPU and memory of each, what each page weighs, the memory of a report over a hundred thousand people, the pre-flight
 * over ten thousand beside the same search without it, and how long a hundred thousand sealed events take to verify. Ratios and counts; milliseconds are this machine's. `--json` for programs;
 * `npm run bench -- pre-flight` for some of it.
 */
const PARTS: { readonly [Part in keyof Measured]: () => Measured[Part] | Promise<Measured[Part]> } = {
  recovery: measureRecovery,
  'cold-start': coldStarts,
  memory: measureMemory,
  portal: pageWeights,
  registrations: measureRegistrations,
  'pre-flight': measurePreFlight,
  trail: measureTrail,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
const measured: Partial<Record<string, unknown>> = {};
for (const [name, measure] of Object.entries(PARTS))
  if (positionals.length === 0 || positionals.includes(name)) measured[name] = await measure();
console.log(values.json ? JSON.stringify(measured) : report(measured));
