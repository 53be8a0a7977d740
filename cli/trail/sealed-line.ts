import { canonical, objectIn, sha256 } from './canonical.ts';

/** What a line of a batch says of its place, and whether it is as it was sealed. */
export interface SealedLine {
  readonly shard: number;
  readonly batch: number;
  readonly seq: number;
  readonly prev: string;
  readonly hash: string;
  /** Its event's; undefined where that has none. */
  readonly id?: string;
  /** Why it is not as it was sealed. */
  readonly wrong?: string;
}

/** Reads one line; undefined when not even its place can be read. */
export function sealedLine(text: string): SealedLine | undefined {
  const line = objectIn(text);
  if (!line) return undefined;
  const { shard, batch, seq, prev, hash, v } = line;
  if (!isPlace(shard) || !isPlace(batch) || !isPlace(seq)) return undefined;
  if (typeof prev !== 'string' || typeof hash !== 'string') return undefined;
  const place = { shard, batch, seq, prev, hash };
  if (v !== 1)
    return {
      ...place,
      wrong: typeof v === 'number' ? `version ${v} is not known here` : 'it says no version',
    };
  if (canonical(line) !== text) return { ...place, wrong: 'its form is another' };
  const { hash: _, ...body } = line;
  const { id } = Object(line['event']) as Readonly<Record<string, unknown>>;
  if (sha256(canonical(body)) === hash) return { ...place, ...(typeof id === 'string' && { id }) };
  return { ...place, wrong: 'its hash is of something else' };
}

const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
