import type { Question } from '../../client/client.ts';

type Guessability = NonNullable<Question['guessability']>;

export const GUESSABILITY: Readonly<Record<Guessability, string>> = {
  low: 'Hard to guess',
  medium: 'Can be guessed with some effort',
  high: 'Easy to guess',
};

/** How easily others find the answer; decides nothing. */
export const guessabilityWords = ({ guessability }: Question): string =>
  guessability ? GUESSABILITY[guessability] : 'Not rated';

/** What an answer must be. */
export const lengthWords = ({ minimumLength, caseSensitive }: Question): string =>
  `At least ${minimumLength} character${minimumLength === 1 ? '' : 's'}; capitals ${caseSensitive ? 'count' : 'do not count'}`;
