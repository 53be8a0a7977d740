import type { Requests } from './requests.ts';
import { OUTBOX_INDEX } from './tables.ts';

/** The keys of the rows of one partition of the index that are due, oldest first, at most `limit`. The index lags by moments. */
export async function dueKeys(
  requests: Requests,
  TableName: string,
  partition: string,
  now: number,
  limit: number,
): Promise<readonly { readonly pk: string }[]> {
  const marked = requests.query({
    TableName,
    IndexName: OUTBOX_INDEX,
    KeyConditionExpression: 'due = :due AND dueAt <= :now',
    ExpressionAttributeValues: { ':due': partition, ':now': now },
    Limit: limit,
  });
  const found: { pk: string }[] = [];
  for await (const { pk } of marked) {
    found.push({ pk: String(pk) });
    // Stop here: one step more would ask for the next page.
    if (found.length === limit) break;
  }
  return found;
}
