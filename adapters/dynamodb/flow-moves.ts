import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Flow, Intent, Outcome } from '../../domain/recovery/flow.ts';
import { ttlAfter } from './counting.ts';
import { resetBy } from '../central-store/stored-notes.ts';
import { EXECUTING, LIVE, RESET_KEPT_MS, SETTLED_KEPT_MS } from './flow-row.ts';
import { keys } from './keys.ts';
import { queueingAll } from './queueing.ts';

/** A move of a flow, as an update of its row. */
export type Update = UpdateCommandInput & { readonly UpdateExpression: string };

/** A change that is about to be made. */
export interface Beginning {
  readonly seen: Flow;
  readonly intent: Intent;
  readonly notice: QueuedMessage;
  /** With a password that we make. */
  readonly password: QueuedMessage | undefined;
}

/** Which row. */
export const onFlow = (table: string, key: string) => ({ TableName: table, Key: keys.flow(key) });

/**
 * open → executing, with what is about to be done and the notice that waits for it. With `lease` `held`, only while the flow still
 * holds the person's lease; with `taken`, in the transaction that takes it.
 */
export const beginning = (
  table: string,
  { seen, intent, notice, password }: Beginning,
  now: number,
  lease: 'held' | 'taken',
): Update => ({
  ...onFlow(table, seen.key),
  UpdateExpression: `SET #state = :executing, intent = :intent, heldNotice = :notice, executing = :mark, begunAt = :at, leaseholder = :key${
    password ? ', heldPassword = :password' : ''
  } ADD spends :one, version :one REMOVE #ttl`,
  ConditionExpression: `${LIVE} AND version = :version${lease === 'held' ? ' AND leaseholder = :key' : ''}`,
  ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  ExpressionAttributeNames: { '#state': 'state', '#ttl': 'ttl' },
  ExpressionAttributeValues: {
    ':key': seen.key,
    ':open': 'open',
    ':executing': 'executing',
    ':now': now,
    ':version': seen.version,
    ':intent': intent,
    ':notice': notice,
    ...(password && { ':password': password }),
    ':mark': EXECUTING,
    ':at': intent.at,
    ':one': 1,
  },
});

/** executing → done, or back to open when nothing was changed; the messages become due, those that were held go. */
export function settling(
  table: string,
  executing: Flow,
  outcome: Outcome,
  messages: readonly QueuedMessage[],
): Update {
  const queue = queueingAll(messages);
  const keptMs = resetBy({ outcome }) === undefined ? SETTLED_KEPT_MS : RESET_KEPT_MS;
  return {
    ...onFlow(table, executing.key),
    UpdateExpression: `SET #state = :next, outcome = :outcome, #ttl = :ttl${
      queue ? `, ${queue.set}` : ''
    } ADD version :one REMOVE heldNotice, heldPassword, executing, begunAt`,
    ConditionExpression: '#state = :executing AND version = :version',
    ExpressionAttributeNames: { '#state': 'state', '#ttl': 'ttl', ...queue?.names },
    ExpressionAttributeValues: {
      ...queue?.values,
      ':executing': 'executing',
      ':next': outcome.result === 'unchanged' ? 'open' : 'done',
      ':version': executing.version,
      ':outcome': outcome,
      ':ttl': ttlAfter(outcome.at, keptMs),
      ':one': 1,
    },
  };
}
