import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { FlowStore, StartToll } from '../../domain/ports/flow-store.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { windowStart } from '../central-store/window.ts';
import { countOne } from './counting.ts';
import { begin, flowPut, openExecuting } from './begin.ts';
import { settling } from './flow-moves.ts';
import { issuing, proving } from './flow-proofs.ts';
import { EXECUTING, flowOf } from './flow-row.ts';
import { keys, shardOf, START_SHARDS } from './keys.ts';
import { dynamoRequests, held, lost, taken, type Requests } from './requests.ts';
import { jobPut } from './post-action-row.ts';
import { methodTries, reserve } from './reserve.ts';
import { textProven } from './text-budget.ts';
import { type Tables, UNSETTLED_INDEX } from './tables.ts';
import { eventPut } from './trail.ts';

/** The flow store on DynamoDB: tables `flows` and `trail`. Each move is one request, or one transaction. */
export function dynamoFlowStore(client: DynamoDBClient, tables: Pick<Tables, 'flows' | 'trail'>): FlowStore {
  const requests = dynamoRequests(client);
  const table = tables.flows;
  const find = async (key: string) => {
    const row = await requests.read(table, keys.flow(key));
    return row && flowOf(row);
  };
  return {
    start: (flow, toll) => start(requests, table, flow, toll),
    open: (flow, event) => openExecuting(requests, tables, flow, event),
    find,
    reserve: (key, toll) => reserve(requests, table, key, toll),
    async prove(tried, proof, now, code) {
      const proven = await requests.update(proving(table, tried, proof, now, code));
      return held(proven, 'keep a proof') ? flowOf(proven.row) : undefined;
    },
    async forgive(flow, method) {
      const ExpressionAttributeNames = { '#method': methodTries(method) };
      const Key = keys.tries(flow.person);
      const forget = { TableName: table, Key, UpdateExpression: 'REMOVE #method', ExpressionAttributeNames };
      held(await requests.update(forget), "forget a person's tries");
    },
    async issueCode(key, method, code, message, now, cap) {
      if (cap < 1) return undefined;
      const issued = await requests.update(issuing(table, { key, method, code, message, cap }, now));
      return held(issued, 'keep a code') ? flowOf(issued.row) : undefined;
    },
    begin: (seen, intent, notice, event, now, password) =>
      begin(requests, tables, { seen, intent, notice, password, event, now }),
    async settle(executing, outcome, messages, event, jobs) {
      const Update = settling(table, executing, outcome, messages);
      const puts = jobs.map((job) => ({ Put: jobPut(table, job) }));
      const settled = await requests.commit([{ Update }, eventPut(tables.trail, event), ...puts]);
      return held(settled, 'keep an outcome') || lost(settled);
    },
    async countTextProven(now) {
      held(await requests.update(textProven(table, now)), 'count a proof');
    },
    async unsettled(before, limit) {
      const found = await Promise.all((await begunBefore(requests, table, before, limit)).map(find));
      // The index lags; the rows read after it say what is still so.
      return found.filter((flow) => flow !== undefined).filter(({ state }) => state === 'executing');
    },
  };
}

async function start(requests: Requests, table: string, flow: Flow, toll: StartToll) {
  const { source, perSource, everywhere } = toll;
  const now = flow.startedAt;
  // Shared evenly, rounded up: all shards together may let through up to 7 more than the cap, and none lets through none.
  const share = { ...everywhere, cap: Math.ceil(everywhere.cap / START_SHARDS) };
  if (perSource.cap < 1 || share.cap < 1) return 'too-many';
  const from = keys.startsFrom(source, windowStart(now, perSource));
  const all = keys.starts(shardOf(flow.key, START_SHARDS), windowStart(now, share));
  const started = await requests.commit([
    flowPut(table, flow),
    { Update: countOne(table, from, perSource, now) },
    { Update: countOne(table, all, share, now) },
  ]);
  if (started.kind === 'written') return 'started';
  if (started.kind === 'refused' && started.rows[0]) throw taken(started);
  return 'too-many';
}

async function begunBefore(requests: Requests, TableName: string, before: number, limit: number) {
  const found: string[] = [];
  const rows = requests.query({
    TableName,
    IndexName: UNSETTLED_INDEX,
    KeyConditionExpression: 'executing = :executing AND begunAt < :before',
    ExpressionAttributeValues: { ':executing': EXECUTING, ':before': before },
    Limit: limit,
  });
  for await (const { pk } of rows) {
    found.push(String(pk).replace(/^flow#/, ''));
    // Stop here: one step more would ask for the next page.
    if (found.length === limit) break;
  }
  return found;
}
