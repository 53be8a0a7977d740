import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const CONTRACTS = new URL('../../contracts/', import.meta.url);
const DOCUMENT = new URL('../../../docs/directory.md', import.meta.url);

it('every sentence of the directory contract that not every directory can prove is listed in docs/directory.md', () => {
  const sources = readdirSync(CONTRACTS)
    .filter((file) => file.startsWith('directory'))
    .map((file) => readFileSync(new URL(file, CONTRACTS), 'utf8'));
  const sentences = sources.flatMap((source) =>
    [...source.matchAll(/runIf\([^)]*\)\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, sentence = '']) => sentence),
  );
  const text = readFileSync(DOCUMENT, 'utf8');
  expect(sentences.length).toBeGreaterThan(0);
  expect(sentences.filter((sentence) => !text.includes(`*${sentence}*`))).toEqual([]);
  // And nothing is excused that is proved everywhere by now.
  const listed = [...text.matchAll(/^\| \*([^*]+)\* \|/gm)].map(([, sentence]) => sentence);
  expect(new Set(listed)).toEqual(new Set(sentences));
});
