import type { CopiedFolder } from './copied-folder.ts';
import { type Fault, together } from './fault.ts';
import { gapBefore } from './gap-before.ts';
import { type Keys, type Root, rootCheck, rootFile } from './root-check.ts';
import { type ShardWalk, shardWalk } from './shard-walk.ts';
import { seenIds } from './seen-ids.ts';
import { standingIn } from './standing.ts';

/** What a copy must show besides being right in itself: the end can be cut off with its roots. */
export interface Expected {
  /** The newest root that is known of, and, where it is known, the hash of its file. */
  readonly root?: { readonly number: number; readonly hash?: string };
  /** When the copy was made, epoch milliseconds. */
  readonly takenAt?: number;
}

/** What was looked at. */
export interface Verified {
  readonly shards: number;
  readonly files: number;
  readonly events: number;
  readonly roots: number;
  readonly newestRoot?: Omit<Root, 'shards'>;
}

/** A root is signed every hour at least; the rest is for a run that died and the copying. */
const FRESH_MS = 2 * 60 * 60_000;

/**
 * Verifies a copy of the sealed trail: every event's hash, every chain without a gap, every root's signature, and that each chain is the
 * one the roots have signed. Yields what is wrong as it is found and answers what was looked at. Whatever is in the folder, nothing is thrown.
 * In memory are a line of each shard, eight bytes for each file, and some thirty for each event, up to four million (seen-ids.ts).
 */
export async function* verifyTrail(
  folder: CopiedFolder,
  keys: Keys,
  expected: Expected = {},
): AsyncGenerator<Fault, Verified> {
  const standing = yield* standingIn(folder);
  const isNew = seenIds();
  const walks = new Map(
    standing.shards.map(({ shard, batches }) => [shard, shardWalk(folder, shard, batches, isNew)]),
  );
  const progress: Progress = { roots: 0, newest: undefined };
  yield* together(alongRoots(folder, keys, standing.roots, walks, progress, expected));
  const total = { files: 0, events: 0 };
  for (const { seen } of walks.values()) {
    total.files += seen.files;
    total.events += seen.events;
  }
  const { roots, newest } = progress;
  const { shards: _, ...newestRoot } = newest ?? { shards: [] };
  return { shards: walks.size, ...total, roots, ...('number' in newestRoot && { newestRoot }) };
}

interface Progress {
  roots: number;
  newest: Root | undefined;
}

async function* alongRoots(
  folder: CopiedFolder,
  keys: Keys,
  numbers: readonly number[],
  walks: Map<number, ShardWalk>,
  progress: Progress,
  expected: Expected,
): AsyncGenerator<Fault> {
  const check = rootCheck(folder, keys);
  /** Shards of which a root has signed more than there is: how much. */
  const signed = new Map<number, number>();
  let last = 0;
  for (const number of numbers) {
    yield* gapBefore(number, last, (missing) => ({ kind: 'root-missing', file: rootFile(missing) }));
    last = number;
    const { faults, root } = await check(number);
    yield* faults;
    if (!root) continue;
    yield* expectedOf(root, expected);
    if (progress.newest && saysLess(root, progress.newest))
      yield { kind: 'root-back', file: rootFile(number) };
    yield* againstRoot(folder, root, walks, signed);
    progress.roots += 1;
    progress.newest = root;
  }
  yield* beyondRoots(walks, signed);
  yield* endOf(last, progress.newest, expected);
}

async function* againstRoot(
  folder: CopiedFolder,
  { shards }: Root,
  walks: Map<number, ShardWalk>,
  signed: Map<number, number>,
): AsyncGenerator<Fault> {
  for (const { shard, seq, hash } of shards) {
    const walk = walks.get(shard) ?? shardWalk(folder, shard, [], () => true);
    walks.set(shard, walk);
    yield* walk.to(seq);
    const at = walk.reached();
    signed.set(shard, Math.max(seq, signed.get(shard) ?? 0));
    if (seq > 0 && at.seq === seq && at.hash !== undefined && at.hash !== hash)
      yield { kind: 'forked', file: `chain/${shard}/`, shard, from: seq, to: seq };
  }
}

/** What is after the newest root, and what should be there before it. */
async function* beyondRoots(
  walks: Map<number, ShardWalk>,
  signed: Map<number, number>,
): AsyncGenerator<Fault> {
  for (const [shard, walk] of walks) {
    const last = signed.get(shard) ?? 0;
    yield* walk.to(Number.POSITIVE_INFINITY);
    const { seq } = walk.reached();
    const file = `chain/${shard}/`;
    if (seq < last) yield { kind: 'truncated', file, shard, from: seq + 1, to: last };
    if (seq > last) yield { kind: 'unsigned', file, shard, from: last + 1, to: seq };
  }
}

function* expectedOf({ number, hash }: Root, { root }: Expected): Generator<Fault> {
  if (root?.number === number && root.hash !== undefined && root.hash !== hash)
    yield { kind: 'root-unexpected', file: rootFile(number), detail: `its hash is ${hash}` };
}

function* endOf(count: number, newest: Root | undefined, { root, takenAt }: Expected): Generator<Fault> {
  if (!newest) yield { kind: 'root-missing', file: 'roots/', detail: 'there is no root that is right' };
  if (root && (newest?.number ?? 0) < root.number)
    yield {
      kind: 'root-unexpected',
      file: rootFile(root.number),
      detail: `the newest is ${newest?.number ?? 'none'}`,
    };
  if (takenAt !== undefined && newest && takenAt - newest.at > FRESH_MS)
    yield {
      kind: 'root-old',
      file: rootFile(count),
      detail: `it is of ${new Date(newest.at).toISOString()}`,
    };
}

const saysLess = (root: Root, before: Root): boolean =>
  root.through < before.through ||
  before.shards.some(({ shard, seq }) => (root.shards.find((one) => one.shard === shard)?.seq ?? 0) < seq);
