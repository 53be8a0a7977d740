import type { CopiedFolder } from './copied-folder.ts';
import type { Fault } from './fault.ts';
import { sealedLine } from './sealed-line.ts';

/** A walk along one shard's chain, as far as it is asked to go. */
export interface ShardWalk {
  /** Goes on until the event with this number or the end of the chain, and tells what is wrong on the way. */
  to(seq: number): AsyncGenerator<Fault>;
  /** The last event that was seen. `hash` is undefined where it is not to be relied on. */
  at(): { readonly seq: number; readonly hash: string | undefined };
  /** Nothing is left. */
  ended(): boolean;
  readonly seen: { files: number; events: number };
}

export const BEFORE_ALL = '0'.repeat(64);

/** The chain of a shard whose newest file has the number `newest`. */
export function shardWalk(folder: CopiedFolder, shard: number, newest: number): ShardWalk {
  const seen = { files: 0, events: 0 };
  let at: { seq: number; hash: string | undefined } = { seq: 0, hash: BEFORE_ALL };
  let number = 0;
  let file = '';
  let waiting: string[] = [];
  /** Lines whose place could not be read, since the last one whose could. */
  let unread = 0;

  const fault = (kind: Fault['kind'], from: number, to: number, detail?: string): Fault => {
    return { kind, file, shard, from, to, ...(detail !== undefined && { detail }) };
  };

  async function* opened(): AsyncGenerator<Fault> {
    number += 1;
    file = `chain/${shard}/${String(number).padStart(10, '0')}.jsonl`;
    const text = await folder.text(file);
    if (text === undefined) return yield { kind: 'missing', file, shard };
    seen.files += 1;
    if (typeof text !== 'string') return yield { kind: 'edited', file, shard, detail: text.unreadable };
    const lines = text.split('\n');
    if (lines.pop() !== '' || lines.length === 0)
      yield { kind: 'edited', file, shard, detail: 'its end is cut off' };
    waiting = lines.toReversed();
  }

  function* judged(text: string): Generator<Fault> {
    seen.events += 1;
    const line = sealedLine(text);
    const next = at.seq + 1;
    if (!line) {
      yield fault('edited', next + unread, next + unread, 'it is no event');
      unread += 1;
      at = { ...at, hash: undefined };
      return;
    }
    const { seq, hash, prev, wrong } = line;
    if (wrong !== undefined) yield fault('edited', seq, seq, wrong);
    if (line.shard !== shard || line.batch !== number)
      return yield fault('out-of-order', seq, seq, `it is of batch ${line.batch} of shard ${line.shard}`);
    if (seq < next) return yield fault('out-of-order', seq, seq, `it comes after event ${at.seq}`);
    if (seq > next + unread) yield fault('missing', next + unread, seq - 1);
    else if (seq === next && at.hash !== undefined && prev !== at.hash && wrong === undefined)
      yield fault('broken', seq, seq);
    unread = 0;
    at = { seq, hash: wrong === undefined ? hash : undefined };
  }

  return {
    async *to(target) {
      while (at.seq < target) {
        const text = waiting.pop();
        if (text !== undefined) yield* judged(text);
        else if (number < newest) yield* opened();
        else return;
      }
    },
    at: () => at,
    ended: () => waiting.length === 0 && number >= newest,
    seen,
  };
}
