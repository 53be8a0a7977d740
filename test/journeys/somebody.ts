import { CAST, type CastMember } from '../../local/people.ts';
import type { Somebody } from './steps.ts';

/** A member of the cast. Throws for a name that is not in it. */
export function member(username: string): CastMember {
  const found = CAST.find((one) => one.username === username);
  if (!found) throw new Error(`nobody in the cast is called ${username}`);
  return found;
}

/** A member of the cast with what they are enrolled with. */
export function somebody(username: string): Somebody {
  const { password, personalMail: address = '', answers = {} } = member(username);
  return { username, password, address, answers };
}
