import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Flow, Intent, IssuedCode, Outcome } from '../../domain/recovery/flow.ts';
import type { Proof } from '../../domain/verification/method.ts';
import { ttlAfter } from './counting.ts';
import { EXECUTING, LIVE, SETTLED_KEPT_MS } from './flow-row.ts';
import { keys } from './keys.ts';
import { queueing } from './queueing.ts';

type Update = UpdateCommandInput & { readonly UpdateExpression: string };

/** A change that is about to be made. */
export interface Beginning {
  readonly seen: Flow;
  readonly intent: Intent;
  readonly notice: QueuedMessage;
}

const onFlow = (table: string, key: string) => ({ TableName: table, Key: keys.flow(key) });

/**
 * Adds a proof and gives its try back; with `code`, only while it is in force, and uses it up. Notes who held the lease at that
 * try, unless the row has it otherwise: somebody may have taken it since.
 */
export const proving = (table: string, tried: Flow, proof: Proof, now: number, code?: string): Update => ({
  ...onFlow(table, tried.key),
  UpdateExpression: `SET proofs = list_append(proofs, :proofs), tries = tries - :one, version = version + :one${
    tried.leaseholder === undefined ? '' : ', leaseholder = if_not_exists(leaseholder, :leaseholder)'
  }${code === undefined ? '' : ' REMOVE codeTag, codeExpiresAt, codeTries'}`,
  // The try given back must have been counted, and the SDK's own retry of this write must not give it back twice.
  ConditionExpression: `${LIVE} AND tries >= :one AND NOT contains(proofs, :proof)${
    code === undefined ? '' : ' AND codeTag = :code AND codeExpiresAt > :now'
  }`,
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: {
    ':open': 'open',
    ':now': now,
    ':one': 1,
    ':proof': proof,
    ':proofs': [proof],
    ...(code !== undefined && { ':code': code }),
    ...(tried.leaseholder !== undefined && { ':leaseholder': tried.leaseholder }),
  },
  ReturnValues: 'ALL_NEW',
});

/** Puts a code in force in place of the one before, and its message on the row. */
export function issuing(
  table: string,
  key: string,
  code: IssuedCode,
  message: QueuedMessage,
  now: number,
  cap: number,
): Update {
  const queue = queueing(message);
  return {
    ...onFlow(table, key),
    UpdateExpression: `SET codeTag = :tag, codeExpiresAt = :expiresAt, codeTries = :tries, ${queue.set} ADD sends :one, version :one`,
    ConditionExpression: `${LIVE} AND sends < :cap`,
    ExpressionAttributeNames: { '#state': 'state', ...queue.names },
    ExpressionAttributeValues: {
      ...queue.values,
      ':open': 'open',
      ':now': now,
      ':one': 1,
      ':cap': cap,
      ':tag': code.tag,
      ':expiresAt': code.expiresAt,
      ':tries': code.tries,
    },
    ReturnValues: 'ALL_NEW',
  };
}

/**
 * open → executing, with what is about to be done and the notice that waits for it. With `lease` `held`, only while the flow still
 * holds the person's lease; with `taken`, in the transaction that takes it.
 */
export const beginning = (
  table: string,
  { seen, intent, notice }: Beginning,
  now: number,
  lease: 'held' | 'taken',
): Update => ({
  ...onFlow(table, seen.key),
  UpdateExpression:
    'SET #state = :executing, intent = :intent, heldNotice = :notice, executing = :mark, begunAt = :at, ' +
    'leaseholder = :key ADD spends :one, version :one REMOVE #ttl',
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
    ':mark': EXECUTING,
    ':at': intent.at,
    ':one': 1,
  },
});

/** executing → done, or back to open when nothing was changed; the notice becomes due, the held one goes. */
export function settling(
  table: string,
  executing: Flow,
  outcome: Outcome,
  notice: QueuedMessage | undefined,
): Update {
  const queue = notice && queueing(notice);
  return {
    ...onFlow(table, executing.key),
    UpdateExpression: `SET #state = :next, outcome = :outcome, #ttl = :ttl${
      queue ? `, ${queue.set}` : ''
    } ADD version :one REMOVE heldNotice, executing, begunAt`,
    ConditionExpression: '#state = :executing AND version = :version',
    ExpressionAttributeNames: { '#state': 'state', '#ttl': 'ttl', ...queue?.names },
    ExpressionAttributeValues: {
      ...queue?.values,
      ':executing': 'executing',
      ':next': outcome.result === 'unchanged' ? 'open' : 'done',
      ':version': executing.version,
      ':outcome': outcome,
      ':ttl': ttlAfter(outcome.at, SETTLED_KEPT_MS),
      ':one': 1,
    },
  };
}
