import { Failure } from '../failure.ts';
import type { ChainHead } from '../ports/chain-heads.ts';
import type { TrailArchive } from '../ports/trail-archive.ts';
import { fileOf, linesOf } from './sealed-event.ts';

/**
 * The ids of a shard's sealed events from a moment on, read from the archive, newest batch first: an event is sealed after its own
 * moment, so batches sealed before it hold none. Throws Failure `trail-broken` when the archive does not have what the head says.
 */
export async function sealedSince(
  archive: TrailArchive,
  shard: number,
  head: ChainHead,
  from: number,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let number = head.number; number > 0; number -= 1) {
    const file = fileOf(shard, number);
    const text = await archive.read(file);
    if (text === undefined) throw new Failure('trail-broken', `${file} is not in the archive any more`);
    const lines = linesOf(text, file);
    if (number === head.number && lines.at(-1)?.hash !== head.hash)
      throw new Failure('trail-broken', `${file} does not end with ${head.hash}, as its shard does`);
    for (const { event } of lines) if (event.at >= from) ids.add(event.id);
    if ((lines[0]?.sealedAt ?? 0) < from) break;
  }
  return ids;
}
