import type { ChainHead } from '../ports/chain-heads.ts';
import type { Digest } from '../ports/digest.ts';
import type { Trail } from '../ports/trail.ts';
import { sealedSince } from './sealed-since.ts';
import { shardWriter, type WriterNeeds } from './shard-writer.ts';

/** What one look at the trail came to. */
export interface SealedBatches {
  readonly shards: readonly ChainHead[];
  readonly sealed: number;
  /** Another sealer was first with a batch: the rest is left, and to be looked at anew. */
  readonly overtaken: boolean;
}

/** Seals what lies in [from, until) and is not in the archive yet, in the order of its moments. */
export async function sealBatches(
  ports: WriterNeeds & { readonly trail: Pick<Trail, 'between'> },
  heads: readonly ChainHead[],
  { from, until }: { readonly from: number; readonly until: number },
): Promise<SealedBatches> {
  const ids = await Promise.all(heads.map((head, shard) => sealedSince(ports.archive, shard, head, from)));
  const writers = heads.map((head, shard) => shardWriter(ports, shard, head, until));
  const done = (overtaken: boolean): SealedBatches => ({
    shards: writers.map((writer) => writer.head()),
    sealed: writers.reduce((sum, writer) => sum + writer.sealed(), 0),
    overtaken,
  });
  for await (const event of ports.trail.between(from, until)) {
    const shard = chainOf(ports.digest, event.id, heads.length);
    if (ids[shard]?.has(event.id) === true) continue;
    if ((await writers[shard]?.take(event)) === false) return done(true);
  }
  for (const writer of writers) if (!(await writer.flush())) return done(true);
  return done(false);
}

/** The shard of an event, evenly by its id. */
const chainOf = (digest: Digest, id: string, shards: number): number =>
  Number.parseInt(digest.sha256(id).slice(0, 8), 16) % shards;
