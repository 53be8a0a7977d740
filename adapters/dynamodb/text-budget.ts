import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { LIFETIMES } from '../../domain/policy/limits.ts';
import { type MayText, TEXT_BREAKER, type TextBudget } from '../../domain/ports/outbox.ts';
import { windowStart } from '../central-store/window.ts';
import { ttlAfter } from './counting.ts';
import { keys } from './keys.ts';
import { held, type Requests } from './requests.ts';

const HOUR_MS = LIFETIMES.hour;
const DAY_MS = 24 * HOUR_MS;

/**
 * All texts of a UTC day are counted on one row, the day's and each of its hours', so that one conditional write does for both. A
 * condition cannot multiply: `balance` takes one for each text, and gives `oneIn` for each that held; below nothing, too few did.
 */
export async function mayText(
  requests: Requests,
  TableName: string,
  now: number,
  { perHour, perDay }: TextBudget,
): Promise<MayText> {
  if (perHour < 1 || perDay < 1) return 'budget';
  const { sent, balance } = namesAt(now);
  const counted = await requests.update({
    TableName,
    Key: keys.texts(dayOf(now)),
    UpdateExpression: 'SET #ttl = :ttl ADD counted :one, #sent :one, #balance :minusOne',
    ConditionExpression:
      '(attribute_not_exists(counted) OR counted < :perDay) AND (attribute_not_exists(#sent) OR ' +
      '(#sent < :perHour AND (#sent < :from OR #balance >= :zero)))',
    ExpressionAttributeNames: { '#ttl': 'ttl', '#sent': sent, '#balance': balance },
    ExpressionAttributeValues: {
      ':ttl': ttlOf(now),
      ':one': 1,
      ':minusOne': -1,
      ':zero': 0,
      ':perHour': perHour,
      ':perDay': perDay,
      ':from': TEXT_BREAKER.from,
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  if (held(counted, 'count a text')) return 'may';
  const row = (counted.kind === 'refused' && counted.rows[0]) || {};
  return (row[sent] ?? 0) < perHour && (row['counted'] ?? 0) < perDay ? 'breaker' : 'budget';
}

/** The update that counts one text of this hour that held. */
export const textProven = (TableName: string, now: number): UpdateCommandInput => ({
  TableName,
  Key: keys.texts(dayOf(now)),
  UpdateExpression: 'SET #ttl = :ttl ADD #balance :held',
  ExpressionAttributeNames: { '#ttl': 'ttl', '#balance': namesAt(now).balance },
  ExpressionAttributeValues: { ':ttl': ttlOf(now), ':held': TEXT_BREAKER.oneIn },
});

const dayOf = (now: number): number => windowStart(now, { windowMs: DAY_MS });

function namesAt(now: number) {
  const hour = (windowStart(now, { windowMs: HOUR_MS }) - dayOf(now)) / HOUR_MS;
  return { sent: `sent:${hour}`, balance: `balance:${hour}` };
}

const ttlOf = (now: number): number => ttlAfter(dayOf(now) + DAY_MS);
