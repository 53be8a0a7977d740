import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  type DeleteCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  paginateScan,
  PutCommand,
  type PutCommandInput,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Failure } from '../../domain/failure.ts';
import { awsError } from '../system/aws-error.ts';
import { ATTEMPTS, pauseAfter } from './pause-after.ts';
import { readInRounds } from './read-in-rounds.ts';
import { type Refusal, refusalOf } from './refusal.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Key = Readonly<Record<string, string | number>>;
export type TransactionItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** What came of a write: done (`row` is what an update left), or refused. Anything else is thrown. */
export type Written = { readonly kind: 'written'; readonly row: Row } | Refusal;

/**
 * The central store as its adapters see it. Reads are consistent. Each write is one request (and each item of a
 * transaction counts as one); one that met another transaction is retried a few times, then answers `conflict`.
 * Every fault becomes a Failure (`store-unavailable`) here, and nowhere else.
 */
export interface Requests {
  read(table: string, key: Key): Promise<Row | undefined>;
  /** The rows of these different keys (at most 100) that are there, in no order; the one read that may lag by moments. */
  readSome(table: string, keys: readonly Key[]): Promise<readonly Row[]>;
  update(input: UpdateCommandInput): Promise<Written>;
  put(input: PutCommandInput): Promise<Written>;
  remove(input: DeleteCommandInput): Promise<Written>;
  commit(items: readonly TransactionItem[]): Promise<Written>;
  /** Every row that matches, page by page. */
  query(input: QueryCommandInput): AsyncIterable<Row>;
  scan(table: string): AsyncIterable<Row>;
}

/** Speaks to DynamoDB through the given client; its endpoint, region and retries are the caller's choice. */
export function dynamoRequests(client: DynamoDBClient): Requests {
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: readNumber },
  });
  return {
    async read(TableName, key) {
      const command = new GetCommand({ TableName, Key: key, ConsistentRead: true });
      return (await guarded('read', () => documents.send(command))).Item;
    },
    readSome: (table, keys) =>
      readInRounds(keys, async (Keys) => {
        const command = new BatchGetCommand({ RequestItems: { [table]: { Keys } } });
        const { Responses, UnprocessedKeys } = await guarded('read', () => documents.send(command));
        return { rows: Responses?.[table] ?? [], left: UnprocessedKeys?.[table]?.Keys ?? [] };
      }),
    update: (input) =>
      write('update', async () => (await documents.send(new UpdateCommand(input))).Attributes),
    put: (input) => write('put', async () => (await documents.send(new PutCommand(input))).Attributes),
    remove: (input) =>
      write('delete', async () => (await documents.send(new DeleteCommand(input))).Attributes),
    commit: (items) =>
      write('commit', async () => {
        // A new command per attempt, so that each gets its own idempotency token.
        await documents.send(new TransactWriteCommand({ TransactItems: [...items] }));
        return {};
      }),
    async *query(input) {
      const pages = paginateQuery({ client: documents }, input);
      for await (const { Items = [] } of unbroken('query', pages)) yield* Items;
    },
    async *scan(TableName) {
      const pages = paginateScan({ client: documents }, { TableName, ConsistentRead: true });
      for await (const { Items = [] } of unbroken('scan', pages)) yield* Items;
    },
  };
}

// A number that JavaScript does not have would be thrown at whoever reads the rows beside it too: as text, its own row alone is wrong.
const readNumber = (digits: string): number | string => {
  const number = Number(digits);
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : digits;
};

async function write(what: string, send: () => Promise<Row | undefined>): Promise<Written> {
  for (let attempt = 1; ; attempt += 1) {
    const written = await guarded(what, () => answered(send));
    if (written.kind !== 'conflict' || attempt === ATTEMPTS) return written;
    await pauseAfter(attempt);
  }
}

async function answered(send: () => Promise<Row | undefined>): Promise<Written> {
  try {
    return { kind: 'written', row: (await send()) ?? {} };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}

async function guarded<T>(what: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (cause) {
    throw unavailable(what, cause);
  }
}

async function* unbroken<T>(what: string, pages: AsyncIterable<T>): AsyncIterable<T> {
  const iterator = pages[Symbol.asyncIterator]();
  for (;;) {
    const next = await guarded(what, () => iterator.next());
    if (next.done === true) return;
    yield next.value;
  }
}

const unavailable = (what: string, cause: unknown): Failure =>
  new Failure('store-unavailable', `the central store did not ${what}: ${awsError(cause)}`, { cause });

/** For a row that should have been new, and is not. */
export const taken = (cause: Written): Failure =>
  new Failure('store-corrupt', 'the central store already holds a row under a new key', { cause });

/** False when a transaction's first item refused it; where it did not, some new row was not new: that is no lost race. */
export function lost(written: Written): false {
  if (written.kind === 'refused' && written.rows[0] === undefined) throw taken(written);
  return false;
}

/** The answer to a write that must not be lost: true, or false when its condition did not hold. */
export function held(written: Written, what: string): written is Extract<Written, { kind: 'written' }> {
  if (written.kind === 'conflict')
    throw new Failure('store-unavailable', `the central store was too busy to ${what}`);
  return written.kind === 'written';
}
