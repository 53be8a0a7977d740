import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nodeTerminal } from '../../cli/node-terminal.ts';
import { shownText } from '../../cli/shown-text.ts';

const HOSTILE = '\u001B]0;owned\u0007\u001B[2J\u009B31m\u202E\rgnp.';

describe('a name from the directory on a terminal', () => {
  it('is shown, and not obeyed', () => {
    expect(shownText(`Alice ${HOSTILE}`)).toBe(
      'Alice \u{FFFD}]0;owned\u{FFFD}\u{FFFD}[2J\u{FFFD}31m\u{FFFD}\u{FFFD}gnp.',
    );
  });

  it('keeps ends of lines, tabs, and the letters of every language', () => {
    for (const text of ['a\tb\r\nc\n', 'Zoë Ødegård', '田中 花子', 'سارة', 'ทดสอบ', '👩‍🔧'])
      expect(shownText(text)).toBe(text);
  });

  it('leaves no control character, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(shownText(text).replaceAll(/\r?\n|\t/g, '')).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the terminal of the command line', () => {
  const was = process.stdout.isTTY;
  afterEach(() => {
    vi.restoreAllMocks();
    process.stdout.isTTY = was;
  });
  const said = (isTTY: boolean): { readonly out: string; readonly talk: string } => {
    const whole = { out: '', talk: '' };
    process.stdout.isTTY = isTTY;
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((whole.out += String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((whole.talk += String(text)), true));
    const terminal = nodeTerminal(false);
    terminal.data(HOSTILE);
    terminal.talk(HOSTILE);
    return whole;
  };

  it('gives a screen nothing to obey', () => {
    expect(Object.values(said(true)).join('')).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
  });

  it('gives a file the data as it is, and still talks plainly', () => {
    expect(said(false)).toEqual({ out: `${HOSTILE}\n`, talk: `${shownText(HOSTILE)}\n` });
  });
});
