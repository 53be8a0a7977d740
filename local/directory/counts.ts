import type { ModifyKind } from './modify.ts';

/** How often what was asked of the directory, and succeeded or not. */
export interface Counts {
  connections: number;
  binds: number;
  bindsRefused: number;
  searches: number;
  modifies: number;
  modifiesRefused: number;
  /** Of the modifies, refused ones included: */
  resets: number;
  changes: number;
  unlocks: number;
  /** Messages that were no LDAP; each closed its connection. */
  malformed: number;
}

export const noCounts = (): Counts => ({
  connections: 0,
  binds: 0,
  bindsRefused: 0,
  searches: 0,
  modifies: 0,
  modifiesRefused: 0,
  resets: 0,
  changes: 0,
  unlocks: 0,
  malformed: 0,
});

export function countBind(counts: Counts, code: number): void {
  counts.binds += 1;
  if (code !== 0) counts.bindsRefused += 1;
}

export function countModify(counts: Counts, kind: ModifyKind, code: number): void {
  counts.modifies += 1;
  if (code !== 0) counts.modifiesRefused += 1;
  if (kind === 'reset') counts.resets += 1;
  if (kind === 'change') counts.changes += 1;
  if (kind === 'unlock') counts.unlocks += 1;
}
