import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import type { BuiltInTexts } from './ids.ts';
import { japanese } from './ja.ts';
import { simplifiedChinese } from './zh-CN.ts';

export { BUILT_IN_IDS, type BuiltInTexts } from './ids.ts';

/** The built-in questions by BCP 47 tag. A new language is a new file beside these and its line here. */
export const BUILT_IN_TEXTS: Readonly<Record<string, BuiltInTexts>> = {
  en: english,
  fr: french,
  ja: japanese,
  es: spanish,
  'zh-CN': simplifiedChinese,
  de: german,
};
