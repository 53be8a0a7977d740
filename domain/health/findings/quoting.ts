/**
 * A text as one argument, at a Windows command prompt and in PowerShell alike, for nobody can know where it is pasted. Within a
 * distinguished name (RFC 4514 §2.4) what either shell, or dsacls, would take for something of its own is written as its code: quotation
 * marks (PowerShell takes the typographic ones too), percent, exclamation mark, slash, dollar, backtick, control characters.
 */
export function forPrompt(text: string): string {
  // Pair by pair: a backslash that is escaped itself escapes nothing after it.
  const coded = text.replace(/\\(.)|./gsu, (whole: string, escaped: string = whole) =>
    OBEYED.test(escaped) ? code(escaped) : whole,
  );
  // What ends in backslashes would take the closing quotation mark with it.
  return `"${coded.replace(/\\+$/u, (slashes) => slashes + slashes)}"`;
}

const OBEYED = /["%!/$`\u201C-\u201E]|\p{Cc}/u;

/** The bytes of a character in UTF-8, each as RFC 4514 writes them. */
const code = (character: string): string =>
  character.charCodeAt(0) < 0x80
    ? `\\${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
    : encodeURIComponent(character).replaceAll('%', '\\');

/** A text as PowerShell takes it literally; typographic apostrophes end such a text as the plain one does. */
export const forPowerShell = (text: string): string => `'${text.replace(/['\u2018-\u201b]/gu, '$&$&')}'`;

/** The path by which ADSI finds an object; a slash would end its name. */
export const adsiPath = (distinguishedName: string): string =>
  forPowerShell(
    `LDAP://${distinguishedName.replace(/\\.|\//gsu, (found) => (found === '/' ? '\\/' : found))}`,
  );
