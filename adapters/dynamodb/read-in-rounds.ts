import { Failure } from '../../domain/failure.ts';
import { ATTEMPTS, pauseAfter } from './pause-after.ts';

/** What one request for several rows brought, and the keys it did not get to. */
export interface Round<K, R> {
  readonly rows: readonly R[];
  readonly left: readonly K[];
}

/**
 * Reads rows until no key is left: DynamoDB may answer a batch in part (16 MB, or throttled). Throws a Failure
 * (`store-unavailable`) when several rounds on end bring nothing.
 */
export async function readInRounds<K, R>(
  keys: readonly K[],
  read: (keys: K[]) => Promise<Round<K, R>>,
): Promise<readonly R[]> {
  const found: R[] = [];
  let left = keys;
  for (let vain = 0; left.length > 0;) {
    const round = await read([...left]);
    found.push(...round.rows);
    vain = round.left.length < left.length ? 0 : vain + 1;
    left = round.left;
    if (vain === ATTEMPTS)
      throw new Failure('store-unavailable', 'the central store was too busy to read some rows');
    if (left.length > 0) await pauseAfter(Math.max(vain, 1));
  }
  return found;
}
