import {
  type AttributeValue,
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';

/** The top-level numbers of a row that refused a write; empty when there is no such row. */
export type RefusedRow = Readonly<Record<string, number>>;

/** An expected "no" of the store. */
export type Refusal =
  /** Conditions did not hold; for each item of the transaction its row, or undefined where the condition held. */
  | { readonly kind: 'refused'; readonly rows: readonly (RefusedRow | undefined)[] }
  /** Another transaction had a hand on the same row. Nothing was written; trying again is right. */
  | { readonly kind: 'conflict' };

/** What DynamoDB's error says about our write, or undefined when it says that something is broken. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof ConditionalCheckFailedException)
    return { kind: 'refused', rows: [numbersOf(error.Item)] };
  if (error instanceof TransactionConflictException) return { kind: 'conflict' };
  if (error instanceof TransactionCanceledException) return cancellation(error);
  return undefined;
}

function cancellation({ CancellationReasons = [] }: TransactionCanceledException): Refusal | undefined {
  const codes = CancellationReasons.map(({ Code }) => Code);
  if (codes.includes('ConditionalCheckFailed')) {
    const rows = CancellationReasons.map(({ Code, Item }) =>
      Code === 'ConditionalCheckFailed' ? numbersOf(Item) : undefined,
    );
    return { kind: 'refused', rows };
  }
  // A throttled or invalid item beside the conflict would be there again: that is no conflict but a fault.
  const onlyConflicts = codes.every((code) => code === 'TransactionConflict' || code === 'None');
  return onlyConflicts && codes.includes('TransactionConflict') ? { kind: 'conflict' } : undefined;
}

// The document client leaves the row in an error as it came over the wire.
const numbersOf = (item: Record<string, AttributeValue> = {}): RefusedRow =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, { N }]) => (N === undefined ? [] : [[name, Number(N)]])),
  );
