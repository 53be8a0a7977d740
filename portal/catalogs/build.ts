import { readdirSync, readFileSync } from 'node:fs';
import { accented, rightToLeft } from './pseudo.ts';

const FOLDER = new URL('./', import.meta.url);

/** The made-up languages, and how each is made of an English message. */
const PSEUDO_LOCALES: Readonly<Record<string, (message: string) => string>> = {
  'en-XA': accented,
  'en-XB': rightToLeft,
};

/** What is written from the other files of this folder, by file name: the made-up languages and the list of all. */
export function buildCatalogs(): Readonly<Record<string, string>> {
  const english = (JSON.parse(readFileSync(new URL('en.json', FOLDER), 'utf8')) as EnglishFile).texts;
  const pseudo = Object.entries(PSEUDO_LOCALES).map(([tag, change]) => {
    const texts = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, change(text)]));
    return [`${tag}.json`, printed({ reviewed: false, stage: 'test', texts })] as const;
  });
  const tags = new Set([...catalogsInFolder(), ...Object.keys(PSEUDO_LOCALES)]);
  return { ...Object.fromEntries(pseudo), 'catalog-files.ts': listOf([...tags].sort()) };
}

/** As JSON, with marks that no editor shows spelled out. */
const printed = (file: object): string =>
  `${JSON.stringify(file, null, 2)}\n`.replace(
    /[\u202A-\u202E]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

interface EnglishFile {
  readonly texts: Readonly<Record<string, string>>;
}

const catalogsInFolder = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));

function listOf(tags: readonly string[]): string {
  const names = tags.map((tag) => ({ tag, name: tag.replaceAll('-', '') }));
  return [
    ...names.map(({ tag, name }) => `import ${name} from './${tag}.json' with { type: 'json' };`),
    '',
    '/** Every file of texts in this folder, by the BCP 47 tag it is named for. Written by `npm run catalogs`. */',
    'export const CATALOG_FILES = {',
    ...names.map(({ tag, name }) => (tag === name ? `  ${tag},` : `  '${tag}': ${name},`)),
    '};',
    '',
  ].join('\n');
}
