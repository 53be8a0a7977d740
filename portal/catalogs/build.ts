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
  const made = Object.keys(PSEUDO_LOCALES);
  const written = catalogsInFolder().filter((tag) => !made.includes(tag));
  const ofStage = (stage: Stage) => written.filter((tag) => stageOf(tag) === stage);
  return {
    ...Object.fromEntries(pseudo),
    'catalog-files.ts': listOf('CATALOG_FILES', ofStage('offered')),
    'test-catalog-files.ts': listOf('TEST_CATALOG_FILES', [...ofStage('test'), ...made]),
  };
}

/** As JSON, with marks that no editor shows spelled out. */
const printed = (file: object): string =>
  `${JSON.stringify(file, null, 2)}\n`.replace(
    /[\u202A-\u202E]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

type Stage = 'offered' | 'test';

const stageOf = (tag: string): Stage =>
  (JSON.parse(readFileSync(new URL(`${tag}.json`, FOLDER), 'utf8')) as { readonly stage: Stage }).stage;

interface EnglishFile {
  readonly texts: Readonly<Record<string, string>>;
}

const catalogsInFolder = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));

const SAYS = {
  CATALOG_FILES: 'The texts of every language for people, by BCP 47 tag.',
  TEST_CATALOG_FILES:
    'Languages for who looks at the pages, by BCP 47 tag. They are left out of what is deployed (lambdas/bundle.ts).',
} as const;

function listOf(list: keyof typeof SAYS, tags: readonly string[]): string {
  const names = tags.toSorted().map((tag) => ({ tag, name: tag.replaceAll('-', '') }));
  return [
    ...names.map(({ tag, name }) => `import ${name} from './${tag}.json' with { type: 'json' };`),
    '',
    `/** ${SAYS[list]} Written by \`npm run catalogs\`. */`,
    `export const ${list} = {`,
    ...names.map(({ tag, name }) => (tag === name ? `  ${tag},` : `  '${tag}': ${name},`)),
    '};',
    '',
  ].join('\n');
}
