import type { ChainHead } from '../ports/chain-heads.ts';
import type { Digest } from '../ports/digest.ts';
import type { Trail } from '../ports/trail.ts';
import { keptRow } from './kept-row.ts';
import type { SealedContents } from './sealed-contents.ts';
import { sealedSince } from './sealed-since.ts';
import { shardWriter, type WriterNeeds } from './shard-writer.ts';
import type { TrailFinding } from './trail-finding.ts';

/** What one look at the trail came to. */
export interface SealedBatches {
  readonly shards: readonly ChainHead[];
  readonly sealed: number;
  /** All that is wrong with what was looked at, whether it was sealed now or before. */
  readonly findings: readonly TrailFinding[];
  /** Another sealer was first with a batch: the rest is left, and to be looked at anew. */
  readonly overtaken: boolean;
}

/**
 * Seals what lies in [from, until) and is not in the archive yet, in the order of its moments. What is no event is sealed as what it
 * is, and what has the id of something else beside it: nothing holds up the rest.
 */
export async function sealBatches(
  ports: WriterNeeds & { readonly trail: Pick<Trail, 'rows'> },
  heads: readonly ChainHead[],
  { from, until }: { readonly from: number; readonly until: number },
): Promise<SealedBatches> {
  const known = await Promise.all(heads.map((head, shard) => sealedSince(ports, shard, head, from)));
  const writers = heads.map((head, shard) => shardWriter(ports, shard, head, until));
  const odd = new Map<string, TrailFinding>();
  const twofold = new Map<string, SealedContents>();
  const done = (overtaken: boolean): SealedBatches => ({
    shards: writers.map((writer) => writer.head()),
    sealed: writers.reduce((sum, writer) => sum + writer.sealed(), 0),
    findings: [
      ...odd.values(),
      ...[...twofold].map(([id, of]) => ({ kind: 'twofold' as const, id, moments: of.moments(id) })),
    ],
    overtaken,
  });
  for await (const row of ports.trail.rows(from, until)) {
    const event = 'odd' in row ? keptRow(ports.digest, row.odd) : row.event;
    if ('odd' in row) odd.set(event.id, { kind: row.odd.reason, key: row.odd.key, detail: row.odd.detail });
    const shard = chainOf(ports.digest, event.id, heads.length);
    const [contents, writer] = [known[shard], writers[shard]];
    const noted = contents?.note(event);
    if (contents && noted?.twofold === true) twofold.set(event.id, contents);
    if (noted?.isNew === true && (await writer?.take(event)) === false) return done(true);
  }
  for (const writer of writers) if (!(await writer.flush())) return done(true);
  return done(false);
}

/** The shard of an event, evenly by its id. */
const chainOf = (digest: Digest, id: string, shards: number): number =>
  Number.parseInt(digest.sha256(id).slice(0, 8), 16) % shards;
