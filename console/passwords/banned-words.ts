import type { Document } from '../draft.tsx';

export const bannedWordsOf = ({ passwords }: Document): readonly string[] => passwords?.bannedWords ?? [];

/** The same document with other words; without any it says nothing of passwords. */
export function withBannedWords(document: Document, bannedWords: readonly string[]): Document {
  const { passwords: _before, ...rest } = document;
  return bannedWords.length === 0 ? rest : { ...rest, passwords: { bannedWords: [...bannedWords] } };
}

/** Case and accents do not count: what differs in nothing else bans the same. */
const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/g, '')
    .toLowerCase();

export interface Added {
  /** All there are then. */
  readonly words: readonly string[];
  readonly added: number;
  /** How many of what was typed is there already, or was typed twice. */
  readonly already: number;
}

/** Adds what was typed, one word on each line, to what is there. */
export function addWords(there: readonly string[], typed: string): Added {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const known = new Set(there.map(plain));
  const fresh = lines.filter((line) => {
    const isKnown = known.has(plain(line));
    known.add(plain(line));
    return !isKnown;
  });
  return { words: [...there, ...fresh], added: fresh.length, already: lines.length - fresh.length };
}

/** `12 words are added; 2 were there already.` */
export function addedWords({ added, already }: Added): string {
  const there = already === 0 ? '' : `; ${already === 1 ? '1 was' : `${already} were`} there already`;
  return `${added === 1 ? '1 word is' : `${added} words are`} added to your draft${there}.`;
}
