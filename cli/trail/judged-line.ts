import type { Fault } from './fault.ts';
import { sealedLine } from './sealed-line.ts';

/** How far a chain was followed. */
export interface Reached {
  readonly seq: number;
  /** Of the event `seq`; undefined where it is not to be relied on. */
  readonly hash: string | undefined;
  /** Lines since then whose place could not be read. */
  readonly unread: number;
}

/** Where every chain is followed from. */
export const BEFORE_ALL: Reached = { seq: 0, hash: '0'.repeat(64), unread: 0 };

/** The batch that a line was found in. */
export interface Found {
  readonly file: string;
  readonly shard: number;
  readonly batch: number;
}

/** What came of a line. */
export interface JudgedLine {
  readonly faults: readonly Fault[];
  readonly reached: Reached;
  /** Of the event, where the line is as it was sealed and in its place. */
  readonly id?: string | undefined;
}

/** What is wrong with the next line of a chain, and how far the chain is followed with it. */
export function judgedLine(
  reached: Reached,
  text: string | undefined,
  { file, shard, batch }: Found,
): JudgedLine {
  const fault = (kind: Fault['kind'], from: number, to: number, detail?: string): Fault => {
    return { kind, file, shard, from, to, ...(detail !== undefined && { detail }) };
  };
  const next = reached.seq + 1 + reached.unread;
  const line = text === undefined ? undefined : sealedLine(text);
  if (!line)
    return {
      faults: [fault('edited', next, next, text === undefined ? 'it is no UTF-8' : 'it is no event')],
      reached: { seq: reached.seq, hash: undefined, unread: reached.unread + 1 },
    };
  const { seq, wrong } = line;
  const faults = wrong === undefined ? [] : [fault('edited', seq, seq, wrong)];
  const elsewhere = line.shard !== shard || line.batch !== batch;
  if (elsewhere || seq <= reached.seq) {
    const detail = elsewhere
      ? `it is of batch ${line.batch} of shard ${line.shard}`
      : `it comes after event ${reached.seq}`;
    return { faults: [...faults, fault('out-of-order', seq, seq, detail)], reached };
  }
  if (seq > next) faults.push(fault('missing', next, seq - 1));
  else if (seq === reached.seq + 1 && reached.hash !== undefined && line.prev !== reached.hash)
    faults.push(fault('broken', seq, seq));
  const hash = wrong === undefined ? line.hash : undefined;
  return { faults, reached: { seq, hash, unread: 0 }, id: line.id };
}
