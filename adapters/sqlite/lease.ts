import type { DatabaseSync } from 'node:sqlite';
import { personKey } from '../../domain/person.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { standsInTheWay } from '../central-store/stands-in-the-way.ts';
import { findFlow } from './flow-rows.ts';

type Claimant = Pick<Flow, 'key' | 'person'>;

/** Whether no other flow of this person keeps one that looked at the account at `lookedAt` from executing. */
export function leaseIsFree(db: DatabaseSync, { key, person }: Claimant, lookedAt: number): boolean {
  const row = db.prepare('SELECT flow FROM leases WHERE person = ?').get(personKey(person));
  if (!row || row['flow'] === key) return true;
  const holder = findFlow(db, String(row['flow']));
  return !holder || !standsInTheWay(holder, lookedAt);
}

/** Names the flow that executes now, in the transaction that found the lease free. */
export function takeLease(db: DatabaseSync, { key, person }: Claimant): void {
  db.prepare('INSERT OR REPLACE INTO leases VALUES (?, ?)').run(personKey(person), key);
}
