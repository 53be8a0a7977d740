import type { OwnPasswordDesk } from '../ports/own-password-desk.ts';
import type { Random } from '../ports/random.ts';
import { randomPassword } from '../rotation/random-password.ts';

/** What came of it; each is said below. */
export type Locked = 'locked' | 'password-unknown' | 'does-not-lock';

/** Where passwords are tried, and what wrong ones are made of. */
export interface LockNeeds {
  readonly desk: Pick<OwnPasswordDesk, 'tryPassword'>;
  readonly random: Pick<Random, 'bytes'>;
}

/** More than any domain that locks at all should allow (Microsoft's baseline is 10). */
const MOST_WRONG = 12;

/**
 * Locks the canary's own account by wrong passwords, so that there is something to unlock. Only an account whose password it
 * knows: `password-unknown` otherwise, and nothing more is tried. `does-not-lock` where the domain takes wrong passwords without end.
 */
export async function lockItself(
  { desk, random }: LockNeeds,
  username: string,
  passwords: readonly string[],
): Promise<Locked> {
  const known = await knownAs(desk, username, passwords);
  if (known !== 'known') return known;
  for (let wrong = 0; wrong < MOST_WRONG; wrong += 1)
    if ((await desk.tryPassword({ username, password: randomPassword(random) })) === 'locked')
      return 'locked';
  return 'does-not-lock';
}

async function knownAs(
  desk: LockNeeds['desk'],
  username: string,
  passwords: readonly string[],
): Promise<'known' | 'locked' | 'password-unknown'> {
  for (const password of passwords) {
    const trial = await desk.tryPassword({ username, password });
    if (trial === 'locked') return 'locked';
    if (trial !== 'wrong') return 'known';
  }
  return 'password-unknown';
}
