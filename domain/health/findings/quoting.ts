/**
 * A text as one argument at a Windows command prompt. Within a distinguished name (RFC 4514 §2.4) what a prompt, or dsacls,
 * would take for something of its own is written as its code: a quotation mark, a percent sign, an exclamation mark, a slash.
 */
export function forPrompt(text: string): string {
  const coded = text.replace(/\\?["%!/]/gu, (found) => hex(found.at(-1) ?? ''));
  // What ends in backslashes would take the closing quotation mark with it.
  return `"${coded.replace(/\\+$/u, (slashes) => slashes + slashes)}"`;
}

const hex = (character: string): string =>
  `\\${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** A text as PowerShell takes it literally; typographic apostrophes end such a text as the plain one does. */
export const forPowerShell = (text: string): string => `'${text.replace(/['\u2018-\u201b]/gu, '$&$&')}'`;

/** The path by which ADSI finds an object; a slash would end its name. */
export const adsiPath = (distinguishedName: string): string =>
  forPowerShell(`LDAP://${distinguishedName.replace(/(?<!\\)\//gu, '\\/')}`);
