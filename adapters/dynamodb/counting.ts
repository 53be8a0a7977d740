import type { Budget } from '../../domain/ports/flow-store.ts';
import { windowStart } from '../central-store/window.ts';
import type { Key } from './requests.ts';

const DAY_MS = 24 * 60 * 60_000;

/** When a row may be cleaned away: epoch seconds, a day after it means nothing any more. */
export const ttlAfter = (moment: number, keptForMs = DAY_MS): number =>
  Math.ceil((moment + keptForMs) / 1000);

/** An update that counts one on a window's row, and is refused when the row is at its cap. Needs a cap of 1 or more. */
export const countOne = (table: string, key: Key, budget: Budget, now: number) => ({
  TableName: table,
  Key: key,
  UpdateExpression: 'SET #ttl = :ttl ADD counted :one',
  ConditionExpression: 'attribute_not_exists(counted) OR counted < :cap',
  ExpressionAttributeNames: { '#ttl': 'ttl' },
  ExpressionAttributeValues: {
    ':one': 1,
    ':cap': budget.cap,
    ':ttl': ttlAfter(windowStart(now, budget) + budget.windowMs),
  },
});
