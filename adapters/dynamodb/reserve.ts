import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Reservation, TryToll } from '../../domain/ports/flow-store.ts';
import type { Person } from '../../domain/person.ts';
import { NEVER, windowStart } from '../central-store/window.ts';
import { LIVE, flowOf } from './flow-row.ts';
import { keys } from './keys.ts';
import type { RefusedRow } from './refusal.ts';
import { held, type Requests } from './requests.ts';

/** The attribute that counts a method's consecutive tries. */
export const methodTries = (method: string): string => `tries:${method}`;

/**
 * Counts one try, before anything is looked at: on the flow and its code (this write is also the read of the flow),
 * then on the person's window and the person's method. Two conditional writes and no transaction: what the first
 * counted stays counted when the second refuses.
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
  const person = await countPerson(requests, table, flow.person, toll);
  return typeof person === 'number'
    ? { kind: 'reserved', flow, methodTries: person }
    : { kind: 'person-spent', ...person };
}

function flowTry(table: string, key: string, toll: TryToll): UpdateCommandInput {
  const code = toll.method === 'email-code';
  return {
    TableName: table,
    Key: keys.flow(key),
    UpdateExpression: `SET idleUntil = :idle, endsAt = startedAt + :absolute ADD tries :one${code ? ', codeTries :one' : ''}`,
    ConditionExpression: `${LIVE} AND startedAt > :born AND tries < :perFlow${
      code ? ' AND (attribute_not_exists(codeTries) OR codeTries < :perCode)' : ''
    }`,
    ExpressionAttributeNames: { '#state': 'state' },
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

/** The method's consecutive tries with this one, or when to come back. */
async function countPerson(
  requests: Requests,
  table: string,
  person: Person,
  toll: TryToll,
): Promise<number | { readonly retryAt: number }> {
  const { cap, windowMs } = toll.perPerson;
  const current = windowStart(toll.now, toll.perPerson);
  if (toll.perMethod < 1) return { retryAt: NEVER };
  if (cap < 1) return { retryAt: current + windowMs };
  let seen: RefusedRow = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    const counted = await requests.update(personTry(table, person, toll, current, seen));
    if (held(counted, "count a person's try")) return Number(counted.row[methodTries(toll.method)]);
    seen = (counted.kind === 'refused' && counted.rows[0]) || {};
    if ((seen[methodTries(toll.method)] ?? 0) >= toll.perMethod) return { retryAt: NEVER };
    const window = seen['windowStart'] ?? current;
    if (window >= current && (seen['windowTries'] ?? 0) >= cap) return { retryAt: window + windowMs };
  }
  return { retryAt: current + windowMs };
}

/**
 * Counts in the window that is running, or starts it when the row was seen in an older one. A row that is ahead of
 * us (another clock, a longer window until now) is counted in its own window: counts never go back to zero early.
 */
function personTry(
  table: string,
  person: Person,
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
      ? 'SET windowStart = :window, windowTries = :one ADD #method :one'
      : 'SET windowStart = :window ADD windowTries :one, #method :one',
    ConditionExpression: `${inWindow} AND (attribute_not_exists(#method) OR #method < :perMethod)`,
    ExpressionAttributeNames: { '#method': methodTries(toll.method) },
    ExpressionAttributeValues: {
      ':window': Math.max(before, current),
      ...(starts ? { ':before': before } : { ':cap': toll.perPerson.cap }),
      ':perMethod': toll.perMethod,
      ':one': 1,
    },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}
