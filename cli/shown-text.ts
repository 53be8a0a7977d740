/**
 * What a terminal would obey in place of showing it: control characters, escape sequences among them (ECMA-48), and what turns the
 * direction of text around (Unicode UAX 9). Ends of lines and tabs are none of it.
 */
const OBEYED = /\r(?!\n)|(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/** A text as it may be put on a screen: names come from the directory, and whoever may write one could put anything there. */
export const shownText = (text: string): string => text.replace(OBEYED, '\u{FFFD}');
