import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { findJava, startDynamoDbLocal } from '../local/dynamodb-local.ts';
import { CONTROLLERS } from './soak/controllers.ts';
import { KILLS } from './soak/kills.ts';
import { MODEL } from './soak/model.ts';
import { added, NOTHING_YET, readKept, writeKept, type Kept, type Progress } from './soak/progress.ts';
import { RACES } from './soak/races.ts';
import { RAIN } from './soak/rain.ts';
import { writeReport, type Line } from './soak/report.ts';
import { ROTATION } from './soak/rotation.ts';
import type { Soak, SoakGround } from './soak/soak.ts';
import { TIMING } from './soak/timing.ts';

const ALL: readonly Soak[] = [...RACES, ...KILLS, ...CONTROLLERS, ROTATION, MODEL, RAIN, TIMING];
const CHECKOUT = fileURLToPath(new URL('..', import.meta.url));
const KEPT = join(CHECKOUT, '.latchkey', 'soak.json');
const REPORT = join(CHECKOUT, 'docs', 'soak.md');

interface Flags {
  readonly only?: readonly string[];
  readonly minutes: number;
}

const positive = (text: string): number => {
  const number = Number(text);
  if (number > 0) return number;
  throw new InvalidArgumentError('It is a number above 0.');
};

const { only, minutes } = new Command('npm run soak --')
  .description(`Runs the hard proofs at full length: ${ALL.map(({ name }) => name).join(', ')}`)
  .option('--only <names...>', 'these proofs alone')
  .option('--minutes <number>', 'for how long; shared evenly', positive, 10)
  .parse()
  .opts<Flags>();

/** `npm run soak`. */
async function main(): Promise<void> {
  const chosen = ALL.filter(({ name }) => only === undefined || only.includes(name));
  if (chosen.length === 0) throw new Error(`there is no proof called ${only?.join(' or ') ?? ''}`);
  // As in the tests: nothing here ever speaks to AWS.
  Object.assign(process.env, { AWS_REGION: 'eu-west-1', AWS_EC2_METADATA_DISABLED: 'true' });
  const commit = commitNow();
  const kept = readKept(KEPT, commit);
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-soak-'));
  const java = findJava();
  const local = java === undefined ? undefined : await startDynamoDbLocal(java);
  await local?.ready();
  const lines: Line[] = [];
  try {
    const ground = { dynamodb: local?.endpoint, folder };
    for (const [index, soak] of chosen.entries()) {
      const share = (until: number) => (until - Date.now()) / (chosen.length - index);
      lines.push(await soaked(soak, ground, kept, Date.now() + share(END)));
    }
  } finally {
    writeReport(REPORT, { commit, date: new Date().toISOString().slice(0, 16).replace('T', ' '), lines });
    await local?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  if (lines.some(({ all }) => all.wrong.length > 0)) process.exitCode = 1;
}

const END = Date.now() + minutes * 60_000;

/** Runs one proof until its goal or `until`; keeps how far it came after every batch. */
async function soaked(soak: Soak, ground: SoakGround, kept: Kept, until: number): Promise<Line> {
  const before = kept.proofs[soak.name] ?? NOTHING_YET;
  if (soak.needsDynamoDb && ground.dynamodb === undefined)
    return { soak, here: NOTHING_YET, all: before, skipped: 'DynamoDB Local needs Java' };
  let here = NOTHING_YET;
  let all = before;
  while (all.done < soak.goal && Date.now() < until) {
    const batch = await timed(soak, ground);
    here = added(here, batch);
    all = added(all, batch);
    kept.proofs[soak.name] = all;
    writeKept(KEPT, kept);
    console.log(`${soak.name}: ${all.done} of ${soak.goal} ${soak.unit}, ${all.wrong.length} wrong`);
    for (const wrong of batch.wrong) console.error(`  ${wrong}`);
  }
  return { soak, here, all };
}

async function timed(soak: Soak, ground: SoakGround): Promise<Progress> {
  const began = Date.now();
  const { done, wrong, samples = {} } = await soak.batch(ground);
  return { done, wrong, samples, seconds: (Date.now() - began) / 1000 };
}

/** The commit at hand, and a digest of how the sources of the product differ from it. */
function commitNow(): string {
  const git = (...given: string[]) => execFileSync('git', given, { cwd: CHECKOUT, encoding: 'utf8' }).trim();
  const changes = git('diff', 'HEAD', '--', 'adapters', 'domain', 'lambdas', 'local', 'portal');
  const digest = createHash('sha256').update(changes).digest('hex').slice(0, 7);
  return git('rev-parse', '--short', 'HEAD') + (changes === '' ? '' : `+${digest}`);
}

await main();
