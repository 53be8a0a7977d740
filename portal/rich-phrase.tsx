import type { Child } from 'hono/jsx';
import type { Key } from './catalogs/catalogs.ts';
import { formatterOf } from './phrase.ts';

/** What a placeholder of a text with mark-up may be filled with: text, or an element around it. */
export type RichValues = Readonly<Record<string, Child>>;

const strong = (chunks: Child[]): Child => <strong>{chunks}</strong>;

/** One text as children of an element, for texts that have `<b>` or a placeholder that needs an element around it. */
export const richPhrase = (language: string, key: Key, values: RichValues = {}): Child =>
  formatterOf(language, key).format<Child>({ ...values, b: strong });
