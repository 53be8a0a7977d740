import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { SignInToll } from '../../domain/ports/session-store.ts';
import { windowStart } from '../central-store/window.ts';
import { countOne, ttlAfter } from './counting.ts';
import { keys } from './keys.ts';
import type { RefusedRow } from './refusal.ts';
import type { Requests } from './requests.ts';

const ROUNDS = 4;

/**
 * Counts one password trial on person and source, both or neither. The person's count is forgotten only when
 * `windowMs` have passed since the last trial that was let through, as Active Directory forgets badPwdCount
 * (lockOutObservationWindow; a count by fixed windows would let twice the cap through at an edge and lock the account).
 */
export async function reserveSignIn(
  requests: Requests,
  table: string,
  toll: SignInToll,
): Promise<'reserved' | 'too-many'> {
  const { source, now, perPerson, perSource } = toll;
  if (perPerson.cap < 1 || perSource.cap < 1) return 'too-many';
  const from = countOne(table, keys.signInsFrom(source, windowStart(now, perSource)), perSource, now);
  let seen: RefusedRow | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const written = await requests.commit([{ Update: personTrial(table, toll, seen) }, { Update: from }]);
    if (written.kind === 'written') return 'reserved';
    if (written.kind === 'conflict') return 'too-many';
    const [person, sourceRow] = written.rows;
    seen = person;
    if (sourceRow || !person || !forgotten(person, toll)) return 'too-many';
  }
  return 'too-many';
}

const forgotten = ({ lastAt = 0 }: RefusedRow, { now, perPerson }: SignInToll): boolean =>
  lastAt <= now - perPerson.windowMs;

function personTrial(
  table: string,
  { person, now, perPerson }: SignInToll,
  seen: RefusedRow | undefined,
): UpdateCommandInput & { UpdateExpression: string } {
  return {
    TableName: table,
    Key: keys.signIns(person),
    UpdateExpression: seen
      ? 'SET lastAt = :now, #ttl = :ttl, counted = :one'
      : 'SET lastAt = :now, #ttl = :ttl ADD counted :one',
    ConditionExpression: seen
      ? 'lastAt = :seen'
      : 'attribute_not_exists(counted) OR (lastAt > :horizon AND counted < :cap)',
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: {
      ':now': now,
      ':one': 1,
      ':ttl': ttlAfter(now + perPerson.windowMs),
      ...(seen
        ? { ':seen': seen['lastAt'] ?? 0 }
        : { ':horizon': now - perPerson.windowMs, ':cap': perPerson.cap }),
    },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  };
}
