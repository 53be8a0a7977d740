import type { CopiedFolder } from './copied-folder.ts';
import type { Fault } from './fault.ts';
import { BEFORE_ALL, judgedLine, type Reached } from './judged-line.ts';

/** A walk along one shard's chain, as far as it is asked to go. */
export interface ShardWalk {
  /** Goes on until the event with this number or the end of the chain, and tells what is wrong on the way. */
  to(seq: number): AsyncGenerator<Fault>;
  reached(): Reached;
  readonly seen: { files: number; events: number };
}

/** The chain of a shard whose newest file has the number `newest`. One file at a time is in memory. */
export function shardWalk(folder: CopiedFolder, shard: number, newest: number): ShardWalk {
  const seen = { files: 0, events: 0 };
  let reached = BEFORE_ALL;
  let found = { file: '', shard, batch: 0 };
  let waiting: string[] = [];

  async function* opened(): AsyncGenerator<Fault> {
    const batch = found.batch + 1;
    const file = `chain/${shard}/${String(batch).padStart(10, '0')}.jsonl`;
    found = { file, shard, batch };
    const text = await folder.text(file);
    if (text === undefined) return yield { kind: 'missing', file, shard };
    seen.files += 1;
    if (typeof text !== 'string') return yield { kind: 'edited', file, shard, detail: text.unreadable };
    const lines = text.split('\n');
    if (lines.pop() !== '' || lines.length === 0)
      yield { kind: 'edited', file, shard, detail: 'its end is cut off' };
    waiting = lines.toReversed();
  }

  async function* to(seq: number): AsyncGenerator<Fault> {
    while (reached.seq < seq) {
      const text = waiting.pop();
      if (text !== undefined) {
        const judged = judgedLine(reached, text, found);
        ({ reached } = judged);
        seen.events += 1;
        yield* judged.faults;
      } else if (found.batch < newest) yield* opened();
      else return;
    }
  }

  return { to, reached: () => reached, seen };
}
