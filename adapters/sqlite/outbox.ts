import type { DatabaseSync } from 'node:sqlite';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import { personKey } from '../../domain/person.ts';
import { LIFETIMES } from '../../domain/policy/limits.ts';
import type { Outbox, Parcel } from '../../domain/ports/outbox.ts';
import { inQueueOrder } from '../central-store/stored-message.ts';
import { countOne, hasRoom } from './counters.ts';
import { findErrand, insertErrand } from './errand-rows.ts';
import { findFlow } from './flow-rows.ts';
import { firstDue, TABLE_OF } from './queueing.ts';
import { findSession } from './session-rows.ts';
import { mayText } from './text-budget.ts';
import { reading, transaction } from './transaction.ts';

/**
 * The outbox on SQLite: marks on flow, session and errand rows. A claim moves the row's due time to the end of the claim, so
 * that what a dead sender held falls due again by itself.
 */
export function sqliteOutbox(db: DatabaseSync): Outbox {
  return {
    run: (errand) => reading('queue an errand', () => insertErrand(db, errand)),
    due: (now, limit) => reading('read the outbox', () => due(db, now, limit)),
    claim: (parcel, now, until) =>
      transaction(db, 'claim a parcel', () => {
        if (!holdsAll(carrying(db, parcel.carrier)?.outbox ?? [], parcel)) return false;
        const table = TABLE_OF[parcel.carrier.kind];
        const take = db.prepare(`UPDATE ${table} SET due_at = ? WHERE key = ? AND due_at <= ?`);
        return take.run(until, parcel.carrier.key, now).changes === 1;
      }),
    mayTell: (person, now, perHour) => inTheHour(db, `told#${personKey(person)}`, now, perHour),
    mayNotify: (person, now, perHour) => inTheHour(db, `notified#${personKey(person)}`, now, perHour),
    mayText: (now, budget) => transaction(db, 'count a text', () => mayText(db, now, budget)),
    delivered: (parcel, messageIds) =>
      transaction(db, 'delete sent messages', () => remove(db, parcel, messageIds)),
  };
}

/** Counts one under a name, while its hour has room. */
const inTheHour = (db: DatabaseSync, name: string, now: number, cap: number): Promise<boolean> =>
  transaction(db, 'count a message', () => {
    const hour = { cap, windowMs: LIFETIMES.hour };
    if (!hasRoom(db, name, hour, now)) return false;
    countOne(db, name, hour, now);
    return true;
  });

const FIND = { flow: findFlow, session: findSession, errand: findErrand } as const;
const carrying = (db: DatabaseSync, { kind, key }: Parcel['carrier']) => FIND[kind](db, key);

const KINDS = ['flow', 'session', 'errand'] as const;

const holdsAll = (outbox: readonly QueuedMessage[], { messages }: Parcel): boolean =>
  messages.every(({ id }) => outbox.some((message) => message.id === id));

function due(db: DatabaseSync, now: number, limit: number): Parcel[] {
  const marked = KINDS.map(
    (kind) => `SELECT '${kind}' AS kind, key, due_at FROM ${TABLE_OF[kind]} WHERE due_at <= :now`,
  );
  const rows = db.prepare(`${marked.join(' UNION ALL ')} ORDER BY due_at LIMIT :limit`).all({ now, limit });
  return rows.flatMap((row) => {
    const kind = KINDS.find((one) => one === row['kind']) ?? 'flow';
    const carrier = { kind, key: String(row['key']) };
    const found = carrying(db, carrier);
    return found ? [{ carrier, person: found.person, messages: inQueueOrder(found.outbox) }] : [];
  });
}

function remove(db: DatabaseSync, { carrier, messages }: Parcel, sent: readonly string[]): void {
  const found = carrying(db, carrier);
  if (!found?.outbox.some(({ id }) => sent.includes(id))) return;
  const outbox = found.outbox.filter(({ id }) => !sent.includes(id));
  const arrived = outbox.filter(({ id }) => !messages.some((known) => known.id === id));
  const document = JSON.stringify({ ...found, outbox });
  const table = TABLE_OF[carrier.kind];
  if (outbox.length > 0 && arrived.length === 0) {
    // What could not be sent waits for the end of the claim.
    db.prepare(`UPDATE ${table} SET document = ? WHERE key = ?`).run(document, carrier.key);
    return;
  }
  const update = db.prepare(`UPDATE ${table} SET document = ?, due_at = ? WHERE key = ?`);
  update.run(document, firstDue(arrived), carrier.key);
}
