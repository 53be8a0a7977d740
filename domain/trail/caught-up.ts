import { type ChainHead, type ChainHeads, type ChainName, ROOTS } from '../ports/chain-heads.ts';
import type { Clock } from '../ports/clock.ts';
import type { Digest } from '../ports/digest.ts';
import type { TrailArchive } from '../ports/trail-archive.ts';
import { rootFile, withRoot } from './root.ts';
import { BEGINNING, fileOf, withBatch } from './sealed-event.ts';

/** Where heads are noted, and the archive they are compared with. */
export interface CatchUpNeeds {
  readonly heads: ChainHeads;
  readonly archive: TrailArchive;
  readonly digest: Digest;
  readonly clock: Clock;
}

/** Where every chain ends: the shards by their numbers, and the roots. */
export interface Chains {
  readonly shards: readonly ChainHead[];
  readonly roots: ChainHead;
}

/**
 * Where the chains end in the archive. What a sealer that died, or another one, put there without noting it is noted now: a file in
 * the archive counts, whatever the heads say. Throws Failure `trail-broken` when it does not continue what is noted.
 */
export async function caughtUp(ports: CatchUpNeeds, shards: number): Promise<Chains> {
  // Roots first: what another sealer does meanwhile may bring shards beyond a root, and never a root beyond its shards.
  const roots = await endOf(ports, ROOTS);
  return {
    roots,
    shards: await Promise.all(Array.from({ length: shards }, (_, shard) => endOf(ports, shard))),
  };
}

async function endOf({ heads, archive, digest, clock }: CatchUpNeeds, chain: ChainName): Promise<ChainHead> {
  let head = (await heads.find(chain)) ?? BEGINNING;
  for (;;) {
    const next = head.number + 1;
    const text = await archive.read(chain === ROOTS ? rootFile(next) : fileOf(chain, next));
    if (text === undefined) return head;
    const moved =
      chain === ROOTS ? withRoot(digest, head, text, clock.now()) : withBatch(digest, chain, head, text);
    // Refused, another sealer has noted it.
    await heads.advance(chain, head.number, moved);
    head = moved;
  }
}
