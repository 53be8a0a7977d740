import type { Ports } from '../ports/index.ts';
import { ROOTS } from '../ports/chain-heads.ts';
import { caughtUp, type Chains } from './caught-up.ts';
import { keyFile, nextRoot, rootFile } from './root.ts';
import { sealBatches } from './seal-batches.ts';
import type { TrailFinding } from './trail-finding.ts';

/** What a run of the sealer needs of the world. */
export type SealNeeds = Pick<Ports, 'heads' | 'archive' | 'signer' | 'digest' | 'clock'> & {
  readonly trail: Pick<Ports['trail'], 'rows'>;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The chains there are: an event's is chosen by its id. Never to be changed: chains would end and begin. */
const CHAIN_SHARDS = 4;

/** The times of the sealer, in milliseconds. */
export const SEALING = {
  /** An event is settled when it is this old: longer than a request takes from its event's moment to its commit. */
  settled: 5 * MINUTE,
  /** Every run looks again at this much before where the last root ended: for clocks and transactions that were late. */
  lookBack: HOUR,
  /** And once in so long at all that happened since `sweep`. */
  sweepEvery: 6 * HOUR,
  sweep: 3 * DAY,
  /** A root is signed whenever something was sealed, and so often in any case: so that an archive's end says how old it is. */
  rootEvery: 10 * MINUTE,
  /** Where the very first run begins: what was in the trail before there was a sealer. */
  firstRun: 400 * DAY,
} as const;

/** What one run did. */
export interface Sealed {
  readonly sealed: number;
  /** The root that was signed last, if any was. */
  readonly root?: { readonly number: number; readonly hash: string };
  /** What is wrong with the rows that were looked at; told at each run that sees them. */
  readonly findings: readonly TrailFinding[];
}

/** Runs that found another sealer at work begin anew, so often. */
const PASSES = 10;

/**
 * Chains what is settled in the trail and not yet sealed, shard by shard, into the archive, and signs where the chains end. What makes a
 * batch or a root part of its chain is that the archive takes its file, which it does once for each name: a run may die anywhere, and
 * of two runs at once one wins; none forks a chain or skips an event. Throws Failure `trail-broken` when the archive does not hold what was sealed.
 */
export async function sealTrail(ports: SealNeeds, times: SealTimes = SEALING): Promise<Sealed> {
  let sealed = 0;
  for (let pass = 1; ; pass += 1) {
    const chains = await caughtUp(ports, CHAIN_SHARDS);
    const stretch = stretchOf(ports.clock.now(), chains.roots.at, times);
    const batches = await sealBatches(ports, chains.shards, stretch);
    sealed += batches.sealed;
    const { findings } = batches;
    if (!batches.overtaken) {
      const root = await signed(ports, { ...chains, shards: batches.shards }, stretch, times);
      if (root !== 'overtaken') return { sealed, findings, ...(root && { root }) };
    }
    if (pass === PASSES) return { sealed, findings };
  }
}

/** The times by name, so that a test may have others. */
export type SealTimes = { readonly [Name in keyof typeof SEALING]: number };

/** What a run looks at. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly swept: boolean;
}

function stretchOf(now: number, through: number, times: SealTimes): Stretch {
  const known = through === 0 ? now - times.firstRun : through;
  // Never back: a clock that was set back would unsay what a root has said.
  const until = Math.max(known, now - times.settled);
  const swept = Math.floor(until / times.sweepEvery) > Math.floor(known / times.sweepEvery);
  const from = Math.min(known - times.lookBack, swept ? until - times.sweep : known);
  return { from, until, swept };
}

async function signed(ports: SealNeeds, { shards, roots }: Chains, stretch: Stretch, times: SealTimes) {
  const { until, swept } = stretch;
  const unsigned = shards.reduce((sum, { seq }) => sum + seq, 0) > roots.seq;
  if (!unsigned && !swept && roots.number > 0 && until - roots.at < times.rootEvery) return undefined;
  const at = ports.clock.now();
  const { text, head } = await nextRoot(ports, roots, shards, { at, through: until });
  const { fingerprint, pem } = await ports.signer.key();
  // Before the first root that it signed; whoever verifies has the key from somewhere else, and this to compare.
  await ports.archive.add(keyFile(fingerprint), pem);
  if (!(await ports.archive.add(rootFile(head.number), text))) return 'overtaken' as const;
  await ports.heads.advance(ROOTS, roots.number, head);
  return { number: head.number, hash: head.hash };
}
