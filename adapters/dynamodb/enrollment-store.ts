import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import { Failure } from '../../domain/failure.ts';
import type { Person } from '../../domain/person.ts';
import type { EnrollmentChange, EnrollmentStore } from '../../domain/ports/enrollment-store.ts';
import type { MethodName } from '../../domain/verification/method.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedEnrollment } from '../central-store/stored-enrollment.ts';
import { keys } from './keys.ts';
import { queueing } from './queueing.ts';
import { methodTries } from './reserve.ts';
import { dynamoRequests, held, type Row, type TransactionItem } from './requests.ts';
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
      return row && enrollmentOf(row);
    },
    async save(change) {
      const saved = await requests.commit([
        enrollmentPut(tables.enrollments, change),
        eventPut(tables.trail, change.event),
        noticeUpdate(tables.flows, change),
        ...(change.renews ? [triesUpdate(tables.flows, change.next.person, change.renews)] : []),
      ]);
      if (held(saved, 'keep an enrollment')) return true;
      if (saved.kind === 'refused' && saved.rows[0]) return false;
      throw new Failure(
        'store-corrupt',
        'an enrollment was saved for a session the central store does not hold',
      );
    },
    async *all() {
      for await (const row of requests.scan(tables.enrollments)) yield enrollmentOf(row);
    },
  };
}

function enrollmentPut(TableName: string, { next, seenVersion }: EnrollmentChange): TransactionItem {
  const Item = { ...keys.enrollment(next.person), version: next.version, enrollment: next };
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

function noticeUpdate(TableName: string, { sessionKey, notice }: EnrollmentChange): TransactionItem {
  const queue = queueing(notice);
  return {
    Update: {
      TableName,
      Key: keys.session(sessionKey),
      UpdateExpression: `SET ${queue.set}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: queue.names,
      ExpressionAttributeValues: queue.values,
    },
  };
}

/** A method registered anew starts with a clean count. */
const triesUpdate = (TableName: string, person: Person, method: MethodName): TransactionItem => ({
  Update: {
    TableName,
    Key: keys.tries(person),
    UpdateExpression: 'REMOVE #tries',
    ExpressionAttributeNames: { '#tries': methodTries(method) },
  },
});

const enrollmentOf = ({ enrollment }: Row): Enrollment =>
  readStored(storedEnrollment, enrollment, 'enrollment');
