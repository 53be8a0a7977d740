import { Failure } from '../failure.ts';
import type { ChainHead } from '../ports/chain-heads.ts';
import type { Digest } from '../ports/digest.ts';
import type { TrailArchive } from '../ports/trail-archive.ts';
import { type SealedContents, sealedContents } from './sealed-contents.ts';
import { fileOf, linesOf } from './sealed-event.ts';

/**
 * What a shard has sealed from a moment on, read from the archive, newest batch first: a row is sealed after the moment of its key,
 * so batches sealed before it hold none. Throws Failure `trail-broken` when the archive does not have what the head says.
 */
export async function sealedSince(
  { archive, digest }: { readonly archive: TrailArchive; readonly digest: Digest },
  shard: number,
  head: ChainHead,
  from: number,
): Promise<SealedContents> {
  const contents = sealedContents(digest);
  for (let number = head.number; number > 0; number -= 1) {
    const file = fileOf(shard, number);
    const text = await archive.read(file);
    if (text === undefined) throw new Failure('trail-broken', `${file} is not in the archive any more`);
    const lines = linesOf(text, file);
    if (number === head.number && lines.at(-1)?.hash !== head.hash)
      throw new Failure('trail-broken', `${file} does not end with ${head.hash}, as its shard does`);
    // Whatever moment an event says it is of: whether it is sealed must not depend on that.
    for (const { event } of lines) contents.note(event);
    if ((lines[0]?.sealedAt ?? 0) < from) break;
  }
  return contents;
}
