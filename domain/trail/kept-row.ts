import type { Digest } from '../ports/digest.ts';
import { canonicalJson } from './canonical-json.ts';
import type { OddRow } from './trail-row.ts';

/** What is sealed of a row that is no event: all that it held, for whoever looks into it. It has an event's place in a chain. */
export interface KeptRow {
  /** By what it holds: the same row has the same one at every run, and another one when it was changed. */
  readonly id: string;
  readonly at: number;
  readonly happening: {
    readonly kind: 'odd-row';
    readonly reason: OddRow['reason'];
    readonly key: string;
    readonly content: unknown;
  };
}

/** An odd row as it is sealed. */
export function keptRow(digest: Digest, { reason, key, at, content }: OddRow): KeptRow {
  const happening = { kind: 'odd-row', reason, key, content } as const;
  return { id: `odd-row-${digest.sha256(canonicalJson(happening))}`, at, happening };
}
