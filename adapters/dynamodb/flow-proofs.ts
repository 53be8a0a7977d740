import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Flow, IssuedCode } from '../../domain/recovery/flow.ts';
import type { CodeMethod, Proof } from '../../domain/verification/method.ts';
import { onFlow, type Update } from './flow-moves.ts';
import { codeNames, LIVE } from './flow-row.ts';
import { queueing } from './queueing.ts';

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
  const { tag, expiresAt, tries, byText } = codeNames(method);
  return {
    remove: ' REMOVE #tag, #expiresAt, #codeTries, #byText',
    condition: ' AND #tag = :code AND #expiresAt > :now',
    names: { '#tag': tag, '#expiresAt': expiresAt, '#codeTries': tries, '#byText': byText },
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
  const { tag, expiresAt, tries, byText, sends } = codeNames(method);
  const marks = code.byText ? ['#byText = :byText, ', ''] : ['', ' REMOVE #byText'];
  return {
    ...onFlow(table, key),
    UpdateExpression: `SET #tag = :tag, #expiresAt = :expiresAt, #tries = :tries, ${marks[0]}${queue.set} ADD #sends :one, version :one${marks[1]}`,
    ConditionExpression: `${LIVE} AND (attribute_not_exists(#sends) OR #sends < :cap)`,
    ExpressionAttributeNames: {
      '#state': 'state',
      '#tag': tag,
      '#expiresAt': expiresAt,
      '#tries': tries,
      '#byText': byText,
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
      ...(code.byText && { ':byText': true }),
    },
    ReturnValues: 'ALL_NEW',
  };
}
