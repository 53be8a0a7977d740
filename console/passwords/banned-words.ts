import type { Document } from '../draft.tsx';

export const bannedWordsOf = ({ passwords }: Pick<Document, 'passwords'>): readonly string[] =>
  passwords?.bannedWords ?? [];

/** The same document with other words; without any it says nothing of passwords. */
export function withBannedWords<D extends Pick<Document, 'passwords'>>(
  document: D,
  bannedWords: readonly string[],
): D {
  const { passwords: _before, ...rest } = document;
  return { ...rest, ...(bannedWords.length > 0 && { passwords: { bannedWords: [...bannedWords] } }) } as D;
}
