import { describe, expect, it } from 'vitest';
import { found, mistakesIn } from './found.ts';

const banned = (...bannedWords: readonly string[]) => ({ passwords: { bannedWords } });

describe('the banned words of a document', () => {
  it('are three to sixty-four letters long, as far as they count', () => {
    expect(found(banned('acme', 'été', '会社名', 'x'.repeat(64)))).toEqual([]);
    expect(found(banned('', 'ab', '  cd ', 'e\u0301f', 'x'.repeat(65)))).toEqual(
      [0, 1, 2, 3, 4].map((index) => `out-of-range /passwords/bannedWords/${String(index)}`),
    );
  });

  it('are each there once: case and accents do not count', () => {
    const [mistake] = mistakesIn(banned('Zurich', 'acme', 'ZÜRICH'));
    expect(mistake).toMatchObject({ code: 'already-there', path: '/passwords/bannedWords/2' });
    expect(mistake?.message).toContain('/passwords/bannedWords/0');
  });
});
