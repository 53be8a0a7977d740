import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOGO_TYPES, type LogoType } from '../../../domain/policy/configuration-document.ts';
import { imageSize } from '../../../domain/policy/image-size.ts';
import { pngOf } from '../../support/a-logo.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): string =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  ).toString('base64');

/** First bytes of images of 300 by 40 pixels, as encoders write them (test/portal has whole ones, made by a browser). */
const IMAGES: readonly (readonly [string, LogoType, string])[] = [
  ['a PNG', 'image/png', pngOf(300, 40, '#0b5a50')],
  [
    'a JPEG, with what cameras write before its frame',
    'image/jpeg',
    bytes(
      [0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2, 0xff, 0xff, 0xdb, 0, 3, 9],
      [0xff, 0xc0, 0, 11, 8, 0, 40, 1, 44, 1],
    ),
  ],
  [
    'a progressive JPEG, with its tables first',
    'image/jpeg',
    bytes([0xff, 0xd8, 0xff, 0xc4, 0, 3, 0xc0, 0xff, 0xc2, 0, 11, 8, 0, 40, 1, 44, 1]),
  ],
  [
    'a lossy WebP',
    'image/webp',
    bytes('RIFF\0\0\0\0WEBPVP8 \0\0\0\0', [0, 0, 0, 0x9d, 0x01, 0x2a, 44, 0x41, 40, 0x40]),
  ],
  [
    'a lossless WebP',
    'image/webp',
    // 299 and 39, in 14 bits each.
    bytes('RIFF\0\0\0\0WEBPVP8L\0\0\0\0', [0x2f, 0x2b, 0xc1, 0x09, 0x10]),
  ],
  ['an extended WebP', 'image/webp', bytes('RIFF\0\0\0\0WEBPVP8X\0\0\0\0', [0, 0, 0, 0, 43, 1, 0, 39, 0, 0])],
];

describe('the size of an image', () => {
  it.each(IMAGES)('is read from %s', (_name, type, base64) => {
    expect(imageSize(type, base64)).toEqual({ width: 300, height: 40 });
  });

  it.each(IMAGES)('is not read from %s that says it is something else', (_name, type, base64) => {
    for (const other of LOGO_TYPES.filter((each) => each !== type))
      expect(imageSize(other, base64)).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['a picture of no width', pngOf(0, 1, '#000000')],
    ['a text', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['what is no base64', `${pngOf(300, 40, '#000000')}"/><script>`],
    ['what is cut in the middle of four letters', pngOf(300, 40, '#000000').slice(0, -1)],
  ])('is not read from %s', (_name, base64) => {
    for (const type of LOGO_TYPES) expect(imageSize(type, base64)).toBeUndefined();
  });

  it('is read or not, and never breaks, whatever is there', () => {
    const head = fc.constantFrom('\xff\xd8\xff', 'RIFF\0\0\0\0WEBPVP8X', '\x89PNG\r\n\x1a\n', '');
    fc.assert(
      fc.property(head, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        for (const type of LOGO_TYPES) imageSize(type, bytes(start, [...rest]));
      }),
    );
  });
});
