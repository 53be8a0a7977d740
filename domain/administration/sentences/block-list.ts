import type { BlockEntry } from '../../policy/block-list.ts';
import { instantWords } from './instant.ts';
import { meantSentences } from './user-configuration.ts';
import { quoted } from './words.ts';

/** What people call whom an entry blocks. */
export const blockedName = ({ user, group }: BlockEntry): string => user?.name ?? group?.name ?? '';

/** Who is blocked, until when and why. */
export function blockSentences(entry: BlockEntry): readonly string[] {
  const { user, group, reason, until } = entry;
  const who = `${blockedName(entry)} (${user ? 'a user' : 'a group'})`;
  const end = until === undefined ? 'for good' : `until ${instantWords(until)}`;
  return [
    `${who} is blocked ${end}: ${quoted(reason)}.`,
    ...meantSentences({ users: user ? [user] : [], groups: group ? [group] : [] }),
  ];
}
