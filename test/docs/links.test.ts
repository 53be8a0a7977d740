import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const documents = globSync(['README.md', 'docs/**/*.md']).toSorted();
const textOf = (file: string): string => readFileSync(file, 'utf8').replaceAll(/^```[^]*?^```/gm, '');

/** The anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (file: string): ReadonlySet<string> => {
  const seen = new Map<string, number>();
  return new Set(
    [...textOf(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => {
      const anchor = heading
        .toLowerCase()
        .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-');
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
};
const broken = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [to = '', anchor] = link.split('#');
      const target = to === '' ? file : path.join(path.dirname(file), to);
      if (!existsSync(target)) return true;
      return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).has(anchor);
    });

describe('the documents', () => {
  test('are read', () => {
    expect(documents.length).toBeGreaterThan(40);
    expect(broken('docs/runbook.md').length).toBeLessThan(
      [...textOf('docs/runbook.md').matchAll(/\]\(/g)].length,
    );
  });

  test.each(documents)('%s leads nowhere that is not there', (file) => {
    expect(broken(file)).toEqual([]);
  });
});
