import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claimedOf } from './claimed.ts';

const document = readFileSync('docs/security.md', 'utf8');
const claimed = claimedOf(document);
const tests = new Set(globSync('test/**/*.test.{ts,tsx}'));
const isThere = (file: string): boolean =>
  tests.has(`${file}.test.ts`) ||
  tests.has(`${file}.test.tsx`) ||
  [...tests].some((one) => one.startsWith(`${file}/`));

describe('docs/security.md', () => {
  test('is read whole: no row of a table of promises is passed over', () => {
    const rows = document.split('\n').filter((line) => line.startsWith('| '));
    const heads = rows.filter((line) => line.startsWith('| Promise |'));
    expect(claimed).toHaveLength(rows.length - heads.length);
    expect(claimed.length).toBeGreaterThan(70);
  });

  test.each(claimed.map(({ promise, tests: named }) => [promise, named] as const))(
    'names what shows it, and that is there: %s',
    (_promise, named) => {
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((file) => !isThere(file))).toEqual([]);
    },
  );
});
