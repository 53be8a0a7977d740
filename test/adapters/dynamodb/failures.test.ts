import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { dynamoEnrollmentStore } from '../../../adapters/dynamodb/enrollment-store.ts';
import { flowRow } from '../../../adapters/dynamodb/flow-row.ts';
import { keys } from '../../../adapters/dynamodb/keys.ts';
import { dynamoOutbox } from '../../../adapters/dynamodb/outbox.ts';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dynamoFlowStore } from '../../../adapters/dynamodb/flow-store.ts';
import { dynamoSessionStore } from '../../../adapters/dynamodb/session-store.ts';
import { Failure } from '../../../domain/failure.ts';
import type { Enrollment } from '../../../domain/enrollment/enrollment.ts';
import { personKey } from '../../../domain/person.ts';
import {
  aFlow,
  aMessage,
  anEnrollment,
  anEvent,
  anIntent,
  aPerson,
  aSignInToll,
  aStartToll,
  aTryToll,
  NOW,
} from '../../support/stored-records.ts';

const tables = { flows: 'latchkey-flows', trail: 'latchkey-trail' };
const $metadata = { httpStatusCode: 400 };

const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    $metadata,
    message: 'cancelled',
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const throttled = () =>
  Object.assign(new Error('too fast'), { name: 'ThrottlingException', $metadata, $fault: 'client' });

/** A flow that holds its person's lease. */
function aLeaseholder() {
  const flow = aFlow();
  return { ...flow, leaseholder: flow.key };
}

/** Stands in for each document client there is, also in another file's tests: until the test is over. */
function everyDocumentClient() {
  const answers = mockClient(DynamoDBDocumentClient);
  onTestFinished(() => answers.restore());
  return answers;
}

/** The product's own calls, and what DynamoDB is made to answer to them. */
function scripted() {
  const answers = everyDocumentClient();
  const client = new DynamoDBClient({ region: 'eu-west-1' });
  const flows = dynamoFlowStore(client, tables);
  const [sessions, outbox] = [dynamoSessionStore(client, tables), dynamoOutbox(client, tables)];
  return { answers, flows, sessions, outbox };
}

describe('an index that lags behind its table', () => {
  it('makes nobody settle or send again what was settled or sent meanwhile', async () => {
    const { answers, flows, outbox } = scripted();
    const flow = aFlow({ state: 'done' });
    answers.on(QueryCommand).resolves({ Items: [{ pk: `flow#${flow.key}` }, { pk: 'flow#gone' }] });
    answers
      .on(GetCommand)
      .resolves({})
      .on(GetCommand, { Key: { pk: `flow#${flow.key}` } })
      .resolves({ Item: { ...flowRow(flow) } });
    expect(await flows.unsettled(NOW, 10)).toEqual([]);
    expect(await outbox.due(NOW, 10)).toEqual([]);
    expect(answers.commandCalls(GetCommand)).toHaveLength(4);
  });
});

describe('a batch that DynamoDB answers in part', () => {
  const table = 'latchkey-enrollments';
  const everyKey = (input: BatchGetCommandInput) => input.RequestItems?.[table]?.Keys ?? [];
  const batches = () => {
    const answers = everyDocumentClient();
    const client = new DynamoDBClient({ region: 'eu-west-1' });
    return { answers, enrollments: dynamoEnrollmentStore(client, { ...tables, enrollments: table }) };
  };

  it('is asked for the rest until all have been read, a hundred at most at once', async () => {
    const { answers, enrollments } = batches();
    const all = Array.from({ length: 250 }, () => anEnrollment());
    const byPerson = (some: readonly Enrollment[]) =>
      new Map(some.map((enrollment) => [personKey(enrollment.person), enrollment]));
    const rowOf = (key: unknown) => ({ enrollment: JSON.stringify(byPerson(all).get(String(key))) });
    answers.on(BatchGetCommand).callsFake((input: BatchGetCommandInput) => {
      const asked = everyKey(input);
      const [now, left] = [asked.slice(0, 40), asked.slice(40)];
      return {
        Responses: { [table]: now.map((key) => rowOf(key['pk'])) },
        UnprocessedKeys: left.length > 0 ? { [table]: { Keys: left } } : {},
      };
    });
    const found = await enrollments.of(all.map(({ person }) => person));
    expect(byPerson(found)).toEqual(byPerson(all));
    const sizes = answers.commandCalls(BatchGetCommand).map(({ args }) => everyKey(args[0].input).length);
    expect(sizes.toSorted((a, b) => a - b)).toEqual([10, 20, 20, 50, 60, 60, 100, 100]);
  });

  it('is given up when nothing comes time and again', async () => {
    const { answers, enrollments } = batches();
    answers
      .on(BatchGetCommand)
      .callsFake((input: BatchGetCommandInput) => ({ UnprocessedKeys: input.RequestItems }));
    await expect(enrollments.of([aPerson()])).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(answers.commandCalls(BatchGetCommand)).toHaveLength(6);
  });
});

describe('what DynamoDB can answer besides yes and no', () => {
  it('tries a start again that met another transaction', async () => {
    const { answers, flows } = scripted();
    const conflict = cancelled('None', 'TransactionConflict', 'None');
    answers.on(TransactWriteCommand).rejectsOnce(conflict).rejectsOnce(conflict).resolves({});
    expect(await flows.start(aFlow(), aStartToll())).toBe('started');
    expect(answers.commandCalls(TransactWriteCommand)).toHaveLength(3);
  });

  it('refuses a start, and a password trial, that meets other transactions time and again', async () => {
    const { answers, flows, sessions } = scripted();
    answers.on(TransactWriteCommand).rejects(cancelled('None', 'TransactionConflict', 'None'));
    expect(await flows.start(aFlow(), aStartToll())).toBe('too-many');
    expect(await sessions.reserveSignIn(aSignInToll())).toBe('too-many');
    expect(answers.commandCalls(TransactWriteCommand)).toHaveLength(12);
  });

  it('tries a single write again that met a transaction', async () => {
    const { answers, flows } = scripted();
    const conflict = new TransactionConflictException({ $metadata, message: 'conflict' });
    answers.on(UpdateCommand).rejectsOnce(conflict).resolves({});
    await flows.forgive(aFlow(), 'email-code');
    expect(answers.commandCalls(UpdateCommand)).toHaveLength(2);
  });

  it('never calls a change begun that it could not write: a conflict without end is a failure', async () => {
    const { answers, flows } = scripted();
    answers.on(TransactWriteCommand).rejects(cancelled('TransactionConflict', 'None'));
    const begun = flows.begin(aLeaseholder(), anIntent(), aMessage(), anEvent(), NOW);
    await expect(begun).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('calls no change begun, nor opened, whose lease meets other transactions without end', async () => {
    const { answers, flows } = scripted();
    answers.on(GetCommand).resolves({});
    answers.on(TransactWriteCommand).rejects(cancelled('None', 'None', 'TransactionConflict'));
    const begun = flows.begin(aFlow(), anIntent(), aMessage(), anEvent(), NOW);
    await expect(begun).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(flows.open(aFlow(), anEvent())).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('leaves it when the lease goes from one flow to another time and again', async () => {
    const { answers, flows } = scripted();
    const [flow, holder] = [aFlow(), aFlow()];
    const tries = { ...keys.tries(flow.person), leaseholder: holder.key };
    answers.on(GetCommand).resolves({ Item: flowRow(holder) });
    answers.on(GetCommand, { Key: keys.tries(flow.person) }).resolves({ Item: tries });
    answers.on(TransactWriteCommand).rejects(cancelled('None', 'None', 'ConditionalCheckFailed'));
    expect(await flows.begin(flow, anIntent(), aMessage(), anEvent(), NOW)).toBe('person-busy');
    expect(answers.commandCalls(TransactWriteCommand)).toHaveLength(5);
  });

  it('does not take a taken trail key for a lost race', async () => {
    const { answers, flows } = scripted();
    answers.on(TransactWriteCommand).rejects(cancelled('None', 'ConditionalCheckFailed'));
    const begun = flows.begin(aLeaseholder(), anIntent(), aMessage(), anEvent(), NOW);
    await expect(begun).rejects.toMatchObject({ code: 'store-corrupt' });
  });

  it.each([
    ['a throttled transaction', cancelled('None', 'ThrottlingError', 'TransactionConflict')],
    ['a throttled request', throttled()],
    ['no answer', new Error('socket hang up')],
  ])('fails plainly on %s, naming it and keeping its cause', async (_, error) => {
    const { answers, flows } = scripted();
    answers.on(TransactWriteCommand).rejects(error).on(UpdateCommand).rejects(error);
    const failing = [() => flows.start(aFlow(), aStartToll()), () => flows.reserve('a key', aTryToll())];
    for (const call of failing) {
      const failure: unknown = await call().catch((thrown: unknown) => thrown);
      expect(failure).toBeInstanceOf(Failure);
      expect(failure).toMatchObject({ code: 'store-unavailable', cause: error });
      expect(String(failure)).toContain(error.name);
      expect(String(failure)).not.toContain(error.message);
    }
    expect(answers.commandCalls(TransactWriteCommand)).toHaveLength(1);
  });
});
