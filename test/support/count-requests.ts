import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** What was asked of DynamoDB since the last `reset`. */
export interface RequestCount {
  /** Requests that went out, retries included; a transaction or batch counts each of its items. */
  readonly requests: number;
  /** The same by operation: `UpdateItem`, `TransactWriteItems`, … */
  readonly byOperation: Readonly<Record<string, number>>;
  reset(): void;
}

/** Counts every request that this client, or a document client made from it, sends from now on. */
export function countingDynamoDb(client: DynamoDBClient): RequestCount {
  let counts: Record<string, number> = {};
  client.middlewareStack.add(
    (next, context) => (args) => {
      const operation = (context.commandName ?? 'unknown').replace(/Command$/, '');
      counts[operation] = (counts[operation] ?? 0) + weight(args.input);
      return next(args);
    },
    // Behind the SDK's own retries, so that each counts.
    { step: 'finalizeRequest', priority: 'low', name: 'countRequests' },
  );
  return {
    get requests() {
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
    get byOperation() {
      return counts;
    },
    reset() {
      counts = {};
    },
  };
}

function weight(input: object): number {
  const { TransactItems, RequestItems } = input as { TransactItems?: unknown[]; RequestItems?: object };
  if (TransactItems) return TransactItems.length;
  if (RequestItems) return Object.values(RequestItems).reduce((sum, items) => sum + sizeOf(items), 0);
  return 1;
}

const sizeOf = (items: { Keys?: unknown[] } | unknown[]): number =>
  Array.isArray(items) ? items.length : (items.Keys?.length ?? 1);
