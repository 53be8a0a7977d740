import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { HealthStore, PreFlight } from '../../domain/ports/health-store.ts';
import { documentOf, readDocument } from '../central-store/documents.ts';
import {
  pagesBefore,
  PRE_FLIGHT_KEPT_MS,
  storedExamination,
  storedPreFlight,
} from '../central-store/stored-health.ts';
import { prospectsText, readProspects } from '../central-store/stored-prospects.ts';
import { keys } from './keys.ts';
import { dynamoRequests, held, type TransactionItem } from './requests.ts';
import type { Tables } from './tables.ts';

/** The health store on DynamoDB: table `flows`. */
export function dynamoHealthStore(client: DynamoDBClient, tables: Pick<Tables, 'flows'>): HealthStore {
  const requests = dynamoRequests(client);
  const TableName = tables.flows;
  const preFlight = async (which: 'newest' | 'finished') => {
    const row = await requests.read(TableName, keys.preFlight(which));
    return row && readDocument(storedPreFlight, row['run'], 'pre-flight');
  };
  return {
    async saveExamination(examination) {
      const { at } = examination;
      const Item = { ...keys.examination(), at, examination: documentOf(examination, 'the examination') };
      // One that took longer than the next must not come back.
      const condition = {
        ConditionExpression: 'attribute_not_exists(pk) OR #at <= :at',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':at': at },
      };
      held(await requests.put({ TableName, Item, ...condition }), 'keep an examination');
    },
    async lastExamination() {
      const row = await requests.read(TableName, keys.examination());
      return row && readDocument(storedExamination, row['examination'], 'examination');
    },
    async savePage(run, page) {
      const standing = { run: documentOf(run, 'the pre-flight'), ttl: ttlOf(run) };
      const finished = { ...keys.preFlight('finished'), ...standing };
      const written = await requests.commit([
        newestPut(TableName, run, standing, pagesBefore(run, page)),
        ...(run.finishedAt === undefined ? [] : [{ Put: { TableName, Item: finished } }]),
        ...(page.length === 0 ? [] : [pagePut(TableName, run, prospectsText(page))]),
      ]);
      return held(written, 'keep a page of the pre-flight');
    },
    lastPreFlight: () => preFlight('newest'),
    finishedPreFlight: () => preFlight('finished'),
    async page(run, number) {
      const row = await requests.read(TableName, keys.preFlightPage(run, number));
      return row && readProspects(row['people']);
    },
  };
}

/** Where the newest run stands: the first page of a run takes the place of an earlier run, each other that of the page before. */
function newestPut(TableName: string, run: PreFlight, standing: object, before: number): TransactionItem {
  const { id, startedAt, pages, finishedAt } = run;
  const Item = {
    ...keys.preFlight('newest'),
    ...standing,
    id,
    startedAt,
    pages,
    finished: finishedAt !== undefined,
  };
  const condition =
    before === 0
      ? {
          ConditionExpression: 'attribute_not_exists(pk) OR startedAt < :startedAt',
          ExpressionAttributeValues: { ':startedAt': startedAt },
        }
      : {
          ConditionExpression: 'id = :id AND pages = :before AND finished = :no',
          ExpressionAttributeValues: { ':id': id, ':before': before, ':no': false },
        };
  return { Put: { TableName, Item, ...condition } };
}

const pagePut = (TableName: string, run: PreFlight, people: string): TransactionItem => ({
  Put: { TableName, Item: { ...keys.preFlightPage(run.id, run.pages - 1), people, ttl: ttlOf(run) } },
});

/** Epoch seconds. */
const ttlOf = ({ startedAt }: PreFlight): number => Math.ceil((startedAt + PRE_FLIGHT_KEPT_MS) / 1000);
