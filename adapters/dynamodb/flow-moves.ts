import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Flow, Intent, IssuedCode, Outcome } from '../../domain/recovery/flow.ts';
import type { CodeMethod, Proof } from '../../domain/verification/method.ts';
import { ttlAfter } from './counting.ts';
import { resetBy } from '../central-store/stored-notes.ts';
import { codeNames, EXECUTING, LIVE, RESET_KEPT_MS, SETTLED_KEPT_MS } from './flow-row.ts';
import { keys } from './keys.ts';
import { queueing, queueingAll } from './queueing.ts';

type Update = UpdateCommandInput & { readonly UpdateExpression: string };

/** A change that is about to be made. */
export interface Beginning {
  readonly seen: Flow;
  readonly intent: Intent;
  readonly notice: QueuedMessage;
  /** With a password that we make. */
  readonly password: QueuedMessage | undefined;
}

const onFlow = (table: string, key: string) => ({ TableName: table, Key: keys.flow(key) });

/**
 * Adds a proof and gives its try back; with `code`, only while it is in force for that method, and uses it up. Notes who held the
 * lease at that try, unless the row has it otherwise: somebody may have taken it since.
 */
export function proving(table: string, tried: Flow, proof: Proof, now: number, code?: string): Update {
  const used = usingUp(proof, code);
  return {
    ...onFlow(table, tried.key),
    UpdateExpression: `SET proofs = list_append(proofs, :proofs), tries = tries - :one, version = version + :one${
      tried.leaseholder === undefined ? '' : ', leaseholder = if_not_exists(leaseholder, :leaseholder)'
    }${used.remove}`,
    // The try given back must have been counted, and the SDK's own retry of this write must not give it back twice.
    ConditionExpression: `${LIVE} AND tries >= :one AND NOT contains(proofs, :proof)${used.condition}`,
    ExpressionAttributeNames: { '#state': 'state', ...used.names },
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
  };
}

/** A method without codes has no such attributes: a code that is said to be of one proves nothing. */
function usingUp({ method }: Proof, code: string | undefined) {
  if (code === undefined) return { remove: '', condition: '', names: {} };
  const { tag, expiresAt, tries } = codeNames(method);
  return {
    remove: ' REMOVE #tag, #expiresAt, #codeTries',
    condition: ' AND #tag = :code AND #expiresAt > :now',
    names: { '#tag': tag, '#expiresAt': expiresAt, '#codeTries': tries },
  };
}

/** A code that is to be in force, and its message. */
export interface Issuing {
  readonly key: string;
  readonly method: CodeMethod;
  readonly code: IssuedCode;
  readonly message: QueuedMessage;
  /** The most codes of that method. */
  readonly cap: number;
}

/** Puts a code in force in place of the one before it of that method, and its message on the row. */
export function issuing(table: string, { key, method, code, message, cap }: Issuing, now: number): Update {
  const queue = queueing(message);
  const { tag, expiresAt, tries, sends } = codeNames(method);
  return {
    ...onFlow(table, key),
    UpdateExpression: `SET #tag = :tag, #expiresAt = :expiresAt, #tries = :tries, ${queue.set} ADD #sends :one, version :one`,
    ConditionExpression: `${LIVE} AND (attribute_not_exists(#sends) OR #sends < :cap)`,
    ExpressionAttributeNames: {
      '#state': 'state',
      '#tag': tag,
      '#expiresAt': expiresAt,
      '#tries': tries,
      '#sends': sends,
      ...queue.names,
    },
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
