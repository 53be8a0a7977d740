import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { documentOf, readDocument } from '../central-store/documents.ts';
import { noticeErrand } from '../central-store/errand.ts';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import { Failure } from '../../domain/failure.ts';
import { type Person, personKey } from '../../domain/person.ts';
import type { EnrollmentChange, EnrollmentStore, Saved } from '../../domain/ports/enrollment-store.ts';
import { NOBODYS_ENROLLMENT } from '../central-store/nobodys-enrollment.ts';
import { storedEnrollment } from '../central-store/stored-enrollment.ts';
import { guardItems } from './enrollment-guard.ts';
import { errandPut } from './errand.ts';
import { keys } from './keys.ts';
import { queueing } from './queueing.ts';
import { dynamoRequests, held, type Requests, type Row, type TransactionItem } from './requests.ts';
import type { Tables } from './tables.ts';
import { eventPut } from './trail.ts';

/** The enrollment store on DynamoDB: tables `enrollments`, `trail` and (for the notice) `flows`. */
export function dynamoEnrollmentStore(
  client: DynamoDBClient,
  tables: Pick<Tables, 'enrollments' | 'flows' | 'trail'>,
): EnrollmentStore {
  const requests = dynamoRequests(client);
  return {
    async find(person) {
      const row = await requests.read(tables.enrollments, keys.enrollment(person));
      const read = enrollmentOf(row ?? { enrollment: NOBODYS_ENROLLMENT });
      return row && read;
    },
    save: (change) => save(requests, tables, change),
    async of(people) {
      const rows = await Promise.all(
        chunksOf(people).map((some) => requests.readSome(tables.enrollments, some.map(keys.enrollment))),
      );
      return rows.flat().map(enrollmentOf);
    },
    async *all() {
      for await (const row of requests.scan(tables.enrollments)) yield enrollmentOf(row);
    },
  };
}

const ROUNDS = 5;

async function save(
  requests: Requests,
  tables: Pick<Tables, 'enrollments' | 'flows' | 'trail'>,
  change: EnrollmentChange,
): Promise<Saved> {
  const own = [
    enrollmentPut(tables.enrollments, change),
    eventPut(tables.trail, change.event),
    noticeWrite(tables.flows, change),
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    const guarding = await guardItems(requests, tables.flows, change);
    const written = await requests.commit([...own, ...guarding.items]);
    if (held(written, 'keep an enrollment')) return 'saved';
    const rows = written.kind === 'refused' ? written.rows : [];
    if (rows[0]) return 'conflict';
    if (rows[1] ?? rows[2])
      throw new Failure(
        'store-corrupt',
        'an enrollment was saved for a session the central store does not hold, or with an event or errand it does',
      );
    if (guarding.refuses(rows.slice(own.length))) return 'frozen';
  }
  throw new Failure('store-unavailable', 'the central store was too busy to keep an enrollment');
}

function enrollmentPut(TableName: string, { next, seenVersion }: EnrollmentChange): TransactionItem {
  const Item = {
    ...keys.enrollment(next.person),
    version: next.version,
    enrollment: documentOf(next, 'an enrollment'),
  };
  return seenVersion === 0
    ? { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } }
    : {
        Put: {
          TableName,
          Item,
          ConditionExpression: 'version = :seen',
          ExpressionAttributeValues: { ':seen': seenVersion },
        },
      };
}

const CHUNK = 100;

/** The people, each once (DynamoDB refuses a batch that names one twice), in as many as one batch may ask for. */
function chunksOf(people: readonly Person[]): readonly (readonly Person[])[] {
  const each = [...new Map(people.map((person) => [personKey(person), person])).values()];
  return Array.from({ length: Math.ceil(each.length / CHUNK) }, (_, n) =>
    each.slice(n * CHUNK, (n + 1) * CHUNK),
  );
}

function noticeWrite(TableName: string, change: EnrollmentChange): TransactionItem {
  const { carrier, notice } = change;
  if (carrier.kind === 'errand') return { Put: errandPut(TableName, noticeErrand(change)) };
  const queue = queueing(notice);
  return {
    Update: {
      TableName,
      Key: keys.session(carrier.key),
      UpdateExpression: `SET ${queue.set}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: queue.names,
      ExpressionAttributeValues: queue.values,
    },
  };
}

const enrollmentOf = ({ enrollment }: Row): Enrollment =>
  readDocument(storedEnrollment, enrollment, 'enrollment');
