import { Failure } from '../failure.ts';
import type { ChainHead } from '../ports/chain-heads.ts';
import type { Digest } from '../ports/digest.ts';
import { canonicalJson } from './canonical-json.ts';
import type { TrailEvent } from './event.ts';
import type { KeptRow } from './kept-row.ts';

/** The version of what the archive holds (docs/trail.md). */
export const ARCHIVE_VERSION = 1;
/** What the first of a chain continues. */
const NOTHING_BEFORE = '0'.repeat(64);
/** The head of a chain that has no batch yet. */
export const BEGINNING: ChainHead = { number: 0, seq: 0, hash: NOTHING_BEFORE, at: 0 };

/** What a line may hold. */
export type Sealable = TrailEvent | KeptRow;

/** One line of a batch. `hash` is the SHA-256 of the line's canonical JSON without it, so it covers `prev`, hence all before it. */
export interface SealedEvent {
  readonly v: typeof ARCHIVE_VERSION;
  readonly shard: number;
  /** Of the file that the line is in. */
  readonly batch: number;
  /** From 1, without a gap, over all batches of the shard. */
  readonly seq: number;
  /** The event's own moment, for those who read: ISO 8601. */
  readonly time: string;
  /** Epoch milliseconds. */
  readonly sealedAt: number;
  /** The hash of the line before, over all batches of the shard; zeros for the first. */
  readonly prev: string;
  readonly event: Sealable;
  readonly hash: string;
}

/** The next batch of a shard, as the archive keeps it, and where the chain ends with it. */
export function nextBatch(
  digest: Digest,
  shard: number,
  { number, seq, hash }: ChainHead,
  events: readonly Sealable[],
  sealedAt: number,
): { readonly text: string; readonly head: ChainHead } {
  const lines: string[] = [];
  let prev = hash;
  for (const event of events) {
    const place = { v: ARCHIVE_VERSION, shard, batch: number + 1, seq: seq + lines.length + 1 };
    const body = { ...place, time: new Date(event.at).toISOString(), sealedAt, prev, event };
    prev = digest.sha256(canonicalJson(body));
    lines.push(`${canonicalJson({ ...body, hash: prev })}\n`);
  }
  return {
    text: lines.join(''),
    head: { number: number + 1, seq: seq + events.length, hash: prev, at: sealedAt },
  };
}

/**
 * Where a chain ends with a batch that is in the archive already. Throws Failure `trail-broken` when that batch does not continue
 * it, or is not what was sealed.
 */
export function withBatch(digest: Digest, shard: number, head: ChainHead, text: string): ChainHead {
  const sealed = linesOf(text, fileOf(shard, head.number + 1));
  const events = sealed.map(({ event }) => event);
  const again = nextBatch(digest, shard, head, events, sealed[0]?.sealedAt ?? 0);
  if (sealed.length > 0 && again.text === text) return again.head;
  throw new Failure(
    'trail-broken',
    `${fileOf(shard, head.number + 1)} does not continue what is known of its shard (event ${head.seq}, ${head.hash})`,
  );
}

/** The lines of a batch, taken as they say they are. */
export function linesOf(text: string, file: string): readonly SealedEvent[] {
  try {
    return text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as SealedEvent);
  } catch (cause) {
    throw new Failure('trail-broken', `${file} is no batch of the trail`, { cause });
  }
}

/** The name of a batch's file in the archive. */
export const fileOf = (shard: number, number: number): string => `chain/${shard}/${numbered(number)}.jsonl`;

/** As names sort, up to ten thousand million. */
export const numbered = (number: number): string => String(number).padStart(10, '0');
