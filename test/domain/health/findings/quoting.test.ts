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
const meaning = (name: string): string =>
  name.replace(/\\([0-9a-f]{2}|.)/gisu, (_, escaped: string) =>
    escaped.length === 2 ? String.fromCharCode(Number.parseInt(escaped, 16)) : escaped,
  );
/** Any text as the value of a name, escaped as a directory does it. */
const escaped = (value: string): string => value.replace(/[,+"\\<>;=#]/gu, '\\$&');

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });

describe('a name in a command', () => {
  it('comes to a program at the Windows prompt as the name that is meant, whatever is in it', () => {
    fc.assert(
      fc.property(text, (value) => {
        const name = `OU=${escaped(value)},DC=corp`;
        const word = forPrompt(name);
        expect(word).toMatch(/^"[^"%!]*"$/su);
        expect(meaning(argument(word))).toBe(meaning(name));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['OU=Staff,DC=corp', '"OU=Staff,DC=corp"'],
    [String.raw`OU=Smith\, Jones,DC=corp`, String.raw`"OU=Smith\, Jones,DC=corp"`],
    [String.raw`OU=The \"Old\" 100% OU,DC=corp`, String.raw`"OU=The \22Old\22 100\25 OU,DC=corp"`],
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
  });
});
