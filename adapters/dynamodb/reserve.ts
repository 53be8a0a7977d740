import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Reservation, TryToll } from '../../domain/ports/flow-store.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { NEVER, windowStart } from '../central-store/window.ts';
import { isCodeMethod } from '../../domain/verification/method.ts';
import { codeNames, LIVE, flowOf } from './flow-row.ts';
import { keys } from './keys.ts';
import { leaseholderIn } from './lease.ts';
import type { RefusedRow } from './refusal.ts';
import { held, type Requests, type Row } from './requests.ts';

/** The attribute that counts a method's consecutive tries. */
export const methodTries = (method: string): string => `tries:${method}`;

/**
 * Counts one try, before anything is looked at: on the flow and its code (this write is also the read of the flow),
 * then on the person's window and the person's method. Two conditional writes and no transaction: what the first
 * counted stays counted when the second refuses. The second also gives the flow the person's lease, if no flow had it yet:
 * so it costs nothing where there is but one flow.
 */
export async function reserve(
  requests: Requests,
  table: string,
  key: string,
  toll: TryToll,
): Promise<Reservation> {
  const counted = await requests.update(flowTry(table, key, toll));
  if (!held(counted, 'count a try')) return { kind: 'flow-closed' };
  const flow = flowOf(counted.row);
  const person = await countPerson(requests, table, flow, toll);
  if ('retryAt' in person) return { kind: 'person-spent', ...person };
  const { methodTries: tries, leaseholder } = person;
  return { kind: 'reserved', flow: { ...flow, ...(leaseholder && { leaseholder }) }, methodTries: tries };
}

function flowTry(table: string, key: string, toll: TryToll): UpdateCommandInput {
  const code = isCodeMethod(toll.method) && codeNames(toll.method).tries;
  return {
    TableName: table,
    Key: keys.flow(key),
    UpdateExpression: `SET idleUntil = :idle, endsAt = startedAt + :absolute ADD tries :one${code ? ', #code :one' : ''}`,
    ConditionExpression: `${LIVE} AND startedAt > :born AND tries < :perFlow${
      code ? ' AND (attribute_not_exists(#code) OR #code < :perCode)' : ''
    }`,
    ExpressionAttributeNames: { '#state': 'state', ...(code && { '#code': code }) },
    ExpressionAttributeValues: {
      ':open': 'open',
      ':now': toll.now,
      ':idle': toll.now + toll.idleMs,
      ':absolute': toll.absoluteMs,
      ':born': toll.now - toll.absoluteMs,
      ':perFlow': toll.perFlow,
      ':one': 1,
      ...(code && { ':perCode': toll.perCode }),
    },
    ReturnValues: 'ALL_NEW',
  };
}

const ROUNDS = 5;
const TAKE_IF_FREE = 'leaseholder = if_not_exists(leaseholder, :key)';

/** The method's consecutive tries with this one, and who holds the person's lease; or when to come back. */
async function countPerson(requests: Requests, table: string, flow: Flow, toll: TryToll) {
  const { cap, windowMs } = toll.perPerson;
  const current = windowStart(toll.now, toll.perPerson);
  if (toll.perMethod < 1) return { retryAt: NEVER };
  if (cap < 1) return { retryAt: current + windowMs };
  let seen: RefusedRow = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    const counted = await requests.update(personTry(table, flow, toll, current, seen));
    if (held(counted, "count a person's try")) return countedOn(counted.row, toll);
    seen = (counted.kind === 'refused' && counted.rows[0]) || {};
    if ((seen[methodTries(toll.method)] ?? 0) >= toll.perMethod) return { retryAt: NEVER };
    const window = seen['windowStart'] ?? current;
    if (window >= current && (seen['windowTries'] ?? 0) >= cap) return { retryAt: window + windowMs };
  }
  return { retryAt: current + windowMs };
}

const countedOn = (row: Row, { method }: TryToll) => ({
  methodTries: Number(row[methodTries(method)]),
  leaseholder: leaseholderIn(row),
});

/**
 * Counts in the window that is running, or starts it when the row was seen in an older one. A row that is ahead of
 * us (another clock, a longer window until now) is counted in its own window: counts never go back to zero early.
 */
function personTry(
  table: string,
  { key, person }: Flow,
  toll: TryToll,
  current: number,
  seen: RefusedRow,
): UpdateCommandInput {
  const before = seen['windowStart'] ?? current;
  const starts = before < current;
  const inWindow = starts
    ? 'windowStart = :before'
    : '(attribute_not_exists(windowStart) OR (windowStart = :window AND windowTries < :cap))';
  return {
    TableName: table,
    Key: keys.tries(person),
    UpdateExpression: starts
      ? `SET windowStart = :window, windowTries = :one, ${TAKE_IF_FREE} ADD #method :one`
      : `SET windowStart = :window, ${TAKE_IF_FREE} ADD windowTries :one, #method :one`,
    ConditionExpression: `${inWindow} AND (attribute_not_exists(#method) OR #method < :perMethod)`,
    ExpressionAttributeNames: { '#method': methodTries(toll.method) },
    ExpressionAttributeValues: {
      ':window': Math.max(before, current),
      ...(starts ? { ':before': before } : { ':cap': toll.perPerson.cap }),
      ':perMethod': toll.perMethod,
      ':one': 1,
      ':key': key,
    },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}
