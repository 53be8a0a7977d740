/** Where a chain of the archive ends, as far as is known: the archive itself may be further, and is right. */
export interface ChainHead {
  /** Of the newest batch of a shard, or of the newest root; 0 for none yet. */
  readonly number: number;
  /** Events up to here: of the shard, or of all shards as the root says. */
  readonly seq: number;
  /** What the next one continues. */
  readonly hash: string;
  /** Of a batch, when it was sealed; of a root, the moment before which all that had come was sealed. */
  readonly at: number;
}

/** The chain that the signed roots are; every other one is a shard's, by its number. */
export const ROOTS = 'roots';
/** A shard by its number, or the roots. */
export type ChainName = typeof ROOTS | number;

/** What the sealer remembers of where its chains end, kept in the central store beside the trail. Failure `store-unavailable`. */
export interface ChainHeads {
  /** Consistent; undefined before the first. */
  find(chain: ChainName): Promise<ChainHead | undefined>;
  /** Moves a chain's head on from the one with number `from` (0: none yet). False, and nothing done, when another stands there. */
  advance(chain: ChainName, from: number, to: ChainHead): Promise<boolean>;
}
