import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Person } from '../../domain/person.ts';
import type { Errand } from '../../domain/ports/outbox.ts';
import { readDocument } from '../central-store/documents.ts';
import type { RecordSchema } from '../central-store/read-stored.ts';
import { storedPerson } from '../central-store/stored-flow.ts';
import { storedMessage } from '../central-store/stored-message.ts';

/** An errand's row: its message until that is sent. */
export interface ErrandRow {
  readonly person: Person;
  readonly outbox: readonly QueuedMessage[];
}

const storedErrand: RecordSchema<ErrandRow> = z.object({
  person: storedPerson,
  outbox: z.array(storedMessage),
});

export function findErrand(db: DatabaseSync, id: string): ErrandRow | undefined {
  const row = db.prepare('SELECT document FROM errands WHERE key = ?').get(id);
  return row && readDocument(storedErrand, row['document'], 'errand');
}

/**
 * Queues an errand, alone or in the transaction of the change it tells of. False while the same one is remembered, and
 * while the one before still waits to be sent, however long that took.
 */
export function insertErrand(db: DatabaseSync, { id, person, message, forgottenAt }: Errand): boolean {
  const row: ErrandRow = { person, outbox: [message] };
  const put = db.prepare(
    `INSERT INTO errands VALUES (:id, :document, :now, :forgottenAt) ON CONFLICT (key) DO UPDATE
     SET document = excluded.document, due_at = excluded.due_at, forgotten_at = excluded.forgotten_at
     WHERE forgotten_at <= :now AND due_at IS NULL`,
  );
  const document = JSON.stringify(row);
  return put.run({ id, document, now: message.queuedAt, forgottenAt }).changes === 1;
}
