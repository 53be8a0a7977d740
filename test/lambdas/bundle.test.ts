import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunction } from '../../lambdas/bundle.ts';
import { CATALOG_FILES } from '../../portal/catalogs/catalog-files.ts';
import { TEST_CATALOG_FILES } from '../../portal/catalogs/test-catalog-files.ts';

describe('what is deployed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-bundle-'));
  let code = '';
  beforeAll(async () => {
    await bundleFunction('portal', folder, 'x86_64', '');
    code = plain(readFileSync(path.join(folder, 'index.mjs'), 'utf8'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(CATALOG_FILES))('speaks %s', (_tag, { texts }) => {
    expect(code.includes(texts['answers.title'])).toBe(true);
  });

  it.each(Object.entries(TEST_CATALOG_FILES))(
    'is not burdened with %s, which is for tests',
    (_tag, { texts }) => {
      expect(code.includes(texts['answers.title'])).toBe(false);
    },
  );
});

/** esbuild writes letters beyond ASCII as escapes, and breaks long lines within texts. */
const plain = (code: string): string =>
  code
    .replaceAll('\\\n', '')
    .replace(/\\x([0-9A-F]{2})|\\u([0-9A-F]{4})/g, (_, short?: string, long?: string) =>
      String.fromCharCode(Number.parseInt(short ?? long ?? '', 16)),
    );
