import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { GMSA_NOTE } from '../../../domain/health/gmsa-note.ts';

const text = readFileSync(new URL('../../../docs/directory.md', import.meta.url), 'utf8').replace(
  /\s+/g,
  ' ',
);

it.each(GMSA_NOTE)('the documentation says of gMSAs what the doctor says: %s', (sentence) => {
  expect(text).toContain(sentence);
});
