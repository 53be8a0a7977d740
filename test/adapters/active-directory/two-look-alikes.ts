import { afterAll, beforeAll } from 'vitest';
import { type LookAlike, startLookAlike } from '../../../local/directory/look-alike.ts';
import { startSecond } from './joined.ts';
import { present } from './present.ts';

/** A look-alike of each domain, the default one first, for the tests of the group that asks for them. */
export function twoLookAlikes(): () => readonly [LookAlike, LookAlike] {
  let first: LookAlike | undefined;
  let second: LookAlike | undefined;
  beforeAll(async () => {
    [first, second] = [await startLookAlike(), await startSecond()];
  });
  afterAll(async () => {
    await first?.stop();
    await second?.stop();
  });
  return () => [present(first), present(second)];
}
