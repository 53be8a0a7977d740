import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How far one proof has come, over all runs on one commit. */
export interface Progress {
  readonly done: number;
  readonly wrong: readonly string[];
  readonly seconds: number;
  readonly samples: Readonly<Record<string, readonly number[]>>;
}

/** How far all have come; kept in a file after every batch, so that a run may end at any time and be gone on with. */
export interface Kept {
  readonly commit: string;
  readonly proofs: Record<string, Progress>;
}

export const NOTHING_YET: Progress = { done: 0, wrong: [], seconds: 0, samples: {} };

/** What is kept for this commit; nothing when the file is of another: what was proven of other code is not proven of this. */
export function readKept(file: string, commit: string): Kept {
  if (!existsSync(file)) return { commit, proofs: {} };
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  return kept.commit === commit ? kept : { commit, proofs: {} };
}

export function writeKept(file: string, kept: Kept): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(kept));
}

/** Adds a batch to what was there. */
export const added = (before: Progress, batch: Progress): Progress => ({
  done: before.done + batch.done,
  wrong: [...before.wrong, ...batch.wrong],
  seconds: before.seconds + batch.seconds,
  samples: Object.fromEntries(
    [...new Set([...Object.keys(before.samples), ...Object.keys(batch.samples)])].map((name) => [
      name,
      [...(before.samples[name] ?? []), ...(batch.samples[name] ?? [])],
    ]),
  ),
});
