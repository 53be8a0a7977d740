import { expect } from 'vitest';
import type { Account } from '../../domain/ports/account.ts';
import type { Found } from '../../domain/ports/directory-reader.ts';
import { CAST, type CastMember } from '../../local/people.ts';
import type { DirectoryUnderTest } from './directory.ts';

/** A cast member by username. */
export function member(username: string): CastMember {
  const found = CAST.find((one) => one.username === username);
  if (!found) throw new Error(`nobody in the cast is called ${username}`);
  return found;
}

/** The one account that was found. */
export const theOne = (found: Found): Account =>
  found.kind === 'one' ? found.account : expect.fail(`expected one person, found ${JSON.stringify(found)}`);

/** The account of a cast member, as the directory shows it now. */
export const accountOf = async (
  { reader }: Pick<DirectoryUnderTest, 'reader'>,
  username: string,
): Promise<Account> => theOne(await reader.find({ kind: 'account-name', name: username }));
