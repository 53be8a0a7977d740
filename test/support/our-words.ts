import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');
let words: ReadonlySet<string> | undefined;

/** Whether a word stands in the product's own code, in quotes: then it is ours, and no name that somebody has. */
export function isOurWord(word: string): boolean {
  words ??= new Set(
    ['domain', 'lambdas', 'adapters'].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .flatMap((file) =>
          [
            ...readFileSync(path.join(ROOT, folder, file), 'utf8').matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)*)'/g),
          ].map(([, found = '']) => found),
        ),
    ),
  );
  return words.has(word);
}
