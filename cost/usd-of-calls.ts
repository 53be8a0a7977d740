import { PRICES } from './prices.ts';

/** Calls by operation, `DynamoDB.GetItem`, `KMS.GenerateMac` or `SES.SendEmail`; a transaction or a batch counts its items. */
export type Calls = Readonly<Record<string, number>>;

const READS = new Set(['DynamoDB.BatchGetItem', 'DynamoDB.GetItem', 'DynamoDB.Query', 'DynamoDB.Scan']);

/**
 * US dollars for calls of the central store, of keys, and for mails; each call of one item of at most 1 KB (4 KB, where it is read, strongly).
 * `writesOfAWrite`: with the entries of a table's indexes.
 */
export function usdOfCalls(calls: Calls, writesOfAWrite = 1): number {
  const usd = (operation: string): number => {
    if (operation.startsWith('KMS.')) return PRICES.keyRequest.usd;
    if (operation === 'SES.SendEmail') return PRICES.mail.usd;
    if (!operation.startsWith('DynamoDB.')) return 0;
    if (READS.has(operation)) return PRICES.dynamoDbRead.usd;
    // Within a transaction each item is written twice.
    return (operation === 'DynamoDB.TransactWriteItems' ? 2 : 1) * writesOfAWrite * PRICES.dynamoDbWrite.usd;
  };
  return Object.entries(calls).reduce((sum, [operation, count]) => sum + count * usd(operation), 0);
}
