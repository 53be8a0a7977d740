import type { ChainHead } from '../ports/chain-heads.ts';
import { type RootNeeds, rootsEnd } from './roots-end.ts';
import { BEGINNING, fileOf, withBatch } from './sealed-event.ts';

/** Where every chain ends: the shards by their numbers, and the roots. */
export interface Chains {
  readonly shards: readonly ChainHead[];
  readonly roots: ChainHead;
}

/**
 * Where the chains end in the archive. What a sealer that died, or another one, put there without noting it is noted now: a file in
 * the archive counts, whatever the heads say. Throws Failure `trail-broken` when it does not continue what is noted.
 */
export async function caughtUp(ports: RootNeeds, shards: number): Promise<Chains> {
  // Roots first: what another sealer does meanwhile may bring shards beyond a root, and never a root beyond its shards.
  const roots = await rootsEnd(ports);
  return {
    roots,
    shards: await Promise.all(Array.from({ length: shards }, (_, shard) => endOf(ports, shard))),
  };
}

async function endOf({ heads, archive, digest }: RootNeeds, shard: number): Promise<ChainHead> {
  let head = (await heads.find(shard)) ?? BEGINNING;
  for (;;) {
    const text = await archive.read(fileOf(shard, head.number + 1));
    if (text === undefined) return head;
    const moved = withBatch(digest, shard, head, text);
    // Refused, another sealer has noted it.
    await heads.advance(shard, head.number, moved);
    head = moved;
  }
}
