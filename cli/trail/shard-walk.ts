import type { CopiedFolder } from './copied-folder.ts';
import type { Fault } from './fault.ts';
import { type FileLine, fileLines } from './file-lines.ts';
import { gapBefore } from './gap-before.ts';
import { BEFORE_ALL, judgedLine, type Reached } from './judged-line.ts';

/** A walk along one shard's chain, as far as it is asked to go. */
export interface ShardWalk {
  /** Goes on until the event with this number or the end of the chain, and tells what is wrong on the way. */
  to(seq: number): AsyncGenerator<Fault>;
  reached(): Reached;
  readonly seen: { files: number; events: number };
}

/** The name of a batch's file within the copy. */
const batchFile = (shard: number, batch: number): string =>
  `chain/${shard}/${String(batch).padStart(10, '0')}.jsonl`;

/** The chain of a shard with these batches, in their order. One line at a time is in memory. `isNew` remembers ids, of all shards. */
export function shardWalk(
  folder: CopiedFolder,
  shard: number,
  batches: readonly number[],
  isNew: (id: string) => boolean,
): ShardWalk {
  const seen = { files: 0, events: 0 };
  let reached = BEFORE_ALL;
  let found = { file: '', shard, batch: 0 };
  let opened = 0;
  let lines: AsyncGenerator<FileLine> | undefined;

  function* open(batch: number): Generator<Fault> {
    yield* gapBefore(batch, found.batch, (number) => ({
      kind: 'missing',
      file: batchFile(shard, number),
      shard,
    }));
    const file = batchFile(shard, batch);
    found = { file, shard, batch };
    opened += 1;
    seen.files += 1;
    lines = fileLines(folder, file);
  }

  function* judged(line: FileLine): Generator<Fault> {
    if ('unread' in line) {
      const { unread: detail, as: kind } = line;
      return yield { kind, file: found.file, shard, ...(kind !== 'missing' && { detail }) };
    }
    const { faults, reached: next, id } = judgedLine(reached, line.text, found);
    reached = next;
    seen.events += 1;
    yield* faults;
    const { seq } = next;
    if (id !== undefined && !isNew(id))
      yield { kind: 'twofold', file: found.file, shard, from: seq, to: seq };
  }

  async function* to(seq: number): AsyncGenerator<Fault> {
    while (reached.seq < seq) {
      const next = await lines?.next();
      if (next && next.done !== true) yield* judged(next.value);
      else {
        const batch = batches[opened];
        if (batch === undefined) return;
        yield* open(batch);
      }
    }
  }

  return { to, reached: () => reached, seen };
}
