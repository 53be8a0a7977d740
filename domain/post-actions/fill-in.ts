import { MACROS, type Macro } from '../policy/post-action.ts';

/** What the macros stand for; all of it may be told to whoever is told of a change. */
export type MacroFacts = Readonly<Record<Macro, string>>;

const MACRO = new RegExp(`%(${MACROS.join('|')})%`, 'g');

/**
 * A text with its `%macro%`s filled in, all at once: what a value says is never looked at again, whatever it looks like. Values are
 * one line: control characters and line separators become spaces, so that none can begin a line of its own. What is no macro stays
 * as it is written. Whoever puts the text somewhere puts it there as data (a JSON string, an LDAP value), never into code. Pure.
 */
export const fillIn = (text: string, facts: MacroFacts): string =>
  text.replace(MACRO, (_, macro: Macro) => oneLine(facts[macro]));

const oneLine = (value: string): string =>
  value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
