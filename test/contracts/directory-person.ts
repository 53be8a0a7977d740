import { expect } from 'vitest';
import type { Account } from '../../domain/ports/directory.ts';
import { CAST, type CastMember } from '../../local/people.ts';
import type { DirectoryUnderTest } from './directory.ts';

/** A cast member by username. */
export function member(username: string): CastMember {
  const found = CAST.find((one) => one.username === username);
  if (!found) throw new Error(`nobody in the cast is called ${username}`);
  return found;
}

/** The account of a cast member, as the directory shows it now. */
export async function accountOf({ reader }: DirectoryUnderTest, username: string): Promise<Account> {
  const account = await reader.find({ kind: 'account-name', name: username });
  if (!account) return expect.fail(`${username} is not found`);
  return account;
}
