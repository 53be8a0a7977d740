import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adsiPath, forPowerShell, forPrompt } from '../../../../domain/health/findings/quoting.ts';

/** The argument that a program is given for a quoted word on a command line (CommandLineToArgvW). */
function argument(word: string): string {
  let text = '';
  for (const [, slashes = '', quote, other = ''] of word.matchAll(/(\\*)("?)((?:[^\\"])*)/gsu)) {
    text += quote === '' ? slashes : '\\'.repeat(slashes.length / 2);
    text += quote !== '' && slashes.length % 2 === 1 ? '"' : '';
    text += other;
  }
  return text;
}
/** A name as RFC 4514 spells it, read: codes and escapes turned into what they mean. */
const meaning = (name: string): string => {
  const bytes = name.replace(
    /\\([0-9a-f]{2})|\\(.)|[^\\]/gisu,
    (whole: string, code?: string, escaped?: string) =>
      code === undefined
        ? Buffer.from(escaped ?? whole).toString('latin1')
        : String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
};
/** Any text as the value of a name, escaped as a directory does it. */
const escaped = (value: string): string => value.replace(/[,+"\\<>;=#]/gu, '\\$&');

const shells = fc.string({
  unit: fc.constantFrom(...Array.from('\\/"%!$`“”„&|;#\'a2\n')),
  minLength: 1,
  maxLength: 12,
});
const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), shells);

describe('a name in a command', () => {
  it('comes to a program at the Windows prompt as the name that is meant, whatever is in it', () => {
    fc.assert(
      fc.property(text, (value) => {
        const name = `OU=${escaped(value)},DC=corp`;
        const word = forPrompt(name);
        // In PowerShell, where it may be pasted as well, these would end the text or begin a command within it.
        expect(word).toMatch(/^"[^"%!$`\u201C-\u201E\p{Cc}]*"$/su);
        expect(meaning(argument(word))).toBe(meaning(name));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['OU=Staff,DC=corp', '"OU=Staff,DC=corp"'],
    [String.raw`OU=Smith\, Jones,DC=corp`, String.raw`"OU=Smith\, Jones,DC=corp"`],
    [String.raw`OU=The \"Old\" 100% OU,DC=corp`, String.raw`"OU=The \22Old\22 100\25 OU,DC=corp"`],
    ['OU=$(calc),DC=corp', String.raw`"OU=\24(calc),DC=corp"`],
    ['OU=”; calc #,DC=corp', String.raw`"OU=\E2\80\9D; calc #,DC=corp"`],
    [String.raw`OU=a\\/b,DC=corp`, String.raw`"OU=a\\\2Fb,DC=corp"`],
    ['CORP\\svc', '"CORP\\svc"'],
  ])('%s is quoted as %s', (name, quoted) => expect(forPrompt(name)).toBe(quoted));

  it('is taken literally by PowerShell, typographic apostrophes too', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: fc.constantFrom("'", '’', '‘', '‚', '‛', '$', '`', '"', 'a') })),
        (value) => {
          const word = forPowerShell(value);
          expect(word.slice(1, -1).replace(/(['\u2018-\u201b])\1/gu, '$1')).toBe(value);
          // No apostrophe stands alone: it would end the text.
          expect(word.slice(1, -1).replace(/(['\u2018-\u201b])\1/gu, '')).not.toMatch(/['\u2018-\u201b]/u);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has its slashes escaped in an ADSI path', () => {
    expect(adsiPath("OU=R/D O'Brien,DC=corp")).toBe("'LDAP://OU=R\\/D O''Brien,DC=corp'");
    expect(adsiPath(String.raw`OU=R\/D,DC=corp`)).toBe(String.raw`'LDAP://OU=R\/D,DC=corp'`);
    expect(adsiPath(String.raw`OU=R\\/D,DC=corp`)).toBe(String.raw`'LDAP://OU=R\\\/D,DC=corp'`);
  });
});
