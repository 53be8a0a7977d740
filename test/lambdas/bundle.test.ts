import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BREACHED_FILE, bundleEntry, bundleFunction, DOMAINS_FILE } from '../../lambdas/bundle.ts';
import type { FunctionName } from '../../lambdas/environment.ts';
import { CATALOG_FILES } from '../../portal/catalogs/catalog-files.ts';
import { TEST_CATALOG_FILES } from '../../portal/catalogs/test-catalog-files.ts';

describe('what is deployed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-bundle-'));
  let code = '';
  beforeAll(async () => {
    await bundleFunction('portal', folder, 'x86_64', { domains: [] });
    code = plain(codeIn(folder));
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

describe('the files beside the code', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-beside-'));
  const list = path.join(folder, 'list');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const DOMAIN = {
    netbiosName: 'CORP',
    dnsName: 'corp.example',
    upnSuffixes: [],
    domainControllers: ['ldaps://dc1.corp.example'],
    baseDn: 'DC=corp,DC=example',
    ca: ['PEM'],
  };
  const besideOf = async (name: FunctionName) => {
    writeFileSync(list, 'hashes');
    const outdir = path.join(folder, name);
    await bundleFunction(name, outdir, 'x86_64', { domains: [DOMAIN], breachedPasswords: list });
    return {
      outdir,
      files: readdirSync(outdir)
        .filter((file) => !PART.test(file))
        .toSorted(),
    };
  };

  it('are the domains, each with one connection at a time, for who reaches them', async () => {
    const { outdir, files } = await besideOf('sweeper');
    expect(files).toEqual([DOMAINS_FILE, 'index.mjs']);
    const text = readFileSync(path.join(outdir, DOMAINS_FILE), 'utf8');
    expect(JSON.parse(text)).toEqual([{ ...DOMAIN, atOnce: 1 }]);
  }, 60_000);

  it('are the breached passwords too for who takes new ones, and none for who reaches no domain', async () => {
    expect((await besideOf('reset')).files).toContain(BREACHED_FILE);
    expect((await besideOf('outbox-sender')).files).toEqual(['index.mjs']);
  }, 60_000);
});

describe('what is imported only when it is needed', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-parts-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const built = path.join(folder, 'built');

  it('stands in a file of its own, which finds what lies beside it, and no earlier build’s', async () => {
    const sources = path.join(folder, 'sources');
    mkdirSync(sources);
    mkdirSync(built);
    writeFileSync(path.join(built, 'part-OLD.mjs'), '');
    writeFileSync(
      path.join(sources, 'heavy.cjs'),
      "module.exports = { weight: 'a-heavy-library', folder: __dirname, system: require('node:os').EOL };",
    );
    writeFileSync(
      path.join(sources, 'entry.ts'),
      "export const handler = async () => (await import('./heavy.cjs')).default;",
    );
    await bundleEntry(path.join(sources, 'entry.ts'), built, undefined);
    expect(readFileSync(path.join(built, 'index.mjs'), 'utf8')).not.toContain('a-heavy-library');
    expect(codeIn(built)).toContain('a-heavy-library');
    expect(readdirSync(built)).not.toContain('part-OLD.mjs');
    const { handler } = (await import(
      /* @vite-ignore */ pathToFileURL(path.join(built, 'index.mjs')).href
    )) as {
      handler: () => Promise<{ readonly folder: string }>;
    };
    expect(path.resolve((await handler()).folder)).toBe(built);
  });
});

describe.each(['verify', 'enroll'] as const)('a start of %s', (name) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-start-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('reads no library that few requests need', async () => {
    await bundleFunction(name, folder, 'x86_64', { domains: [] });
    const read = [...readAtStart(folder)].map((file) => readFileSync(path.join(folder, file), 'utf8')).join();
    // A sentence of each library's own.
    for (const sentence of ['Credential ID was not base64url-encoded'])
      expect([sentence, codeIn(folder).includes(sentence), read.includes(sentence)]).toEqual([
        sentence,
        true,
        false,
      ]);
  }, 60_000);
});

/** The files of a bundle that are read before the first request. */
function readAtStart(outdir: string, file = 'index.mjs', found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  const code = readFileSync(path.join(outdir, file), 'utf8');
  for (const [, part = ''] of code.matchAll(/(?:from|import)\s*"\.\/(part-\w+\.mjs)"/g))
    readAtStart(outdir, part, found);
  return found;
}

const PART = /^part-[A-Z0-9]{8}\.mjs$/;

/** All code of a bundle: what a start reads, and the parts that are read when they are needed. */
const codeIn = (outdir: string): string =>
  readdirSync(outdir)
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => readFileSync(path.join(outdir, file), 'utf8'))
    .join('\n');

/** esbuild writes letters beyond ASCII as escapes, and breaks long lines within texts. */
const plain = (code: string): string =>
  code
    .replaceAll('\\\n', '')
    .replace(/\\x([0-9A-F]{2})|\\u([0-9A-F]{4})/g, (_, short?: string, long?: string) =>
      String.fromCharCode(Number.parseInt(short ?? long ?? '', 16)),
    );
