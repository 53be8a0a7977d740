import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { authenticatorSetupPage } from '../../portal/pages.ts';
import { frame } from './every-page.ts';

const TEXT = 'otpauth://totp/Example%20Ltd:ann?issuer=Example%20Ltd&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
/** The picture, as it stands on its page. */
const drawn = (uri: string): string => {
  const page = authenticatorSetupPage(frame, { uri, secret: 'GEZDGNBVGY3TQOJQ', account: 'ann' });
  return /<svg class="qr".*?<\/svg>/s.exec(page)?.[0] ?? '';
};

/** The dark modules that a path paints, as a reader of pictures sees them. */
function painted(svg: string): readonly string[] {
  const [, path = ''] = /<path stroke="#000" d="([^"]+)"/.exec(svg) ?? [];
  const dark: string[] = [];
  let [x, y] = [0, 0];
  for (const [, command, first = '0', second = '0'] of path.matchAll(/([Mmh])(\d+)(?: ([\d.]+))?/g)) {
    if (command === 'M') [x, y] = [Number(first), Math.floor(Number(second))];
    else if (command === 'm') x += Number(first);
    else for (const end = x + Number(first); x < end; x += 1) dark.push(`${x},${y}`);
  }
  return dark;
}

describe('a QR code', () => {
  it('paints every dark module of the code, and no other, with four of quiet around', () => {
    const svg = drawn(TEXT);
    const { data, size } = encode(TEXT, { ecc: 'M', border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x},${y}`] : [])));
    expect(painted(svg)).toEqual(dark);
    expect(svg).toContain(`viewBox="0 0 ${size} ${size}"`);
    const margins = dark.flatMap((at) => at.split(',').map(Number));
    expect([Math.min(...margins), Math.max(...margins)]).toEqual([4, size - 5]);
  });

  it('has a name, no style, and nothing that runs', () => {
    const svg = drawn(TEXT);
    expect(svg).toMatch(/role="img" aria-label="QR code with the key/);
    expect(svg).not.toMatch(/style|script|\son/);
    expect(svg.length).toBeLessThan(9_000);
  });
});
