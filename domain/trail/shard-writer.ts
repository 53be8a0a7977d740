import type { ChainHead, ChainHeads } from '../ports/chain-heads.ts';
import type { Clock } from '../ports/clock.ts';
import type { Digest } from '../ports/digest.ts';
import type { TrailArchive } from '../ports/trail-archive.ts';
import { fileOf, nextBatch, type Sealable } from './sealed-event.ts';

/** Of one batch: so many events, or characters of them, whichever comes first. */
const MOST_EVENTS = 1000;
const MOST_CHARACTERS = 1_000_000;

/** Where batches go, and what they are sealed by. */
export interface WriterNeeds {
  readonly heads: ChainHeads;
  readonly archive: TrailArchive;
  readonly digest: Digest;
  readonly clock: Clock;
}

/** Puts the events of one shard into the archive, batch by batch. */
export interface ShardWriter {
  /** Takes an event. False when another sealer was first with a batch of the shard: what is left must be looked at anew. */
  take(event: Sealable): Promise<boolean>;
  /** Puts what waits into the archive; false as above. */
  flush(): Promise<boolean>;
  head(): ChainHead;
  /** How many are in the archive by now. */
  sealed(): number;
}

/** A writer that goes on from `start`. `until`: every event it is given happened before. */
export function shardWriter(ports: WriterNeeds, shard: number, start: ChainHead, until: number): ShardWriter {
  let head = start;
  let sealed = 0;
  let waiting: Sealable[] = [];
  let characters = 0;
  const flush = async (): Promise<boolean> => {
    if (waiting.length === 0) return true;
    // By a clock that was set back, batches would not be in the order in which they are looked through.
    const sealedAt = Math.max(ports.clock.now(), until, head.at);
    const next = nextBatch(ports.digest, shard, head, waiting, sealedAt);
    // This is what counts; a death right after it leaves a head that the next run catches up.
    if (!(await ports.archive.add(fileOf(shard, next.head.number), next.text))) return false;
    await ports.heads.advance(shard, head.number, next.head);
    sealed += waiting.length;
    head = next.head;
    waiting = [];
    characters = 0;
    return true;
  };
  return {
    async take(event) {
      waiting.push(event);
      characters += JSON.stringify(event).length;
      return waiting.length < MOST_EVENTS && characters < MOST_CHARACTERS ? true : flush();
    },
    flush,
    head: () => head,
    sealed: () => sealed,
  };
}
