import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ASSET_NAMES, ASSETS } from '../../portal/assets/assets.ts';
import { buildAssets } from '../../portal/assets/build.ts';
import { passwordKinds } from '../../portal/assets/password-kinds.ts';

describe('what a page loads', () => {
  test('is what its sources say; after a change run npm run assets', async () => {
    expect(await buildAssets()).toEqual(ASSETS);
    const { css, js, passkey } = ASSETS;
    expect(ASSET_NAMES).toEqual({ css: css.name, js: js.name, passkey: passkey.name });
  });

  test('has its fingerprint in its name', () => {
    expect(ASSETS.css.name).toMatch(/^portal-[0-9a-f]{12}\.css$/);
    expect(ASSETS.js.name).toMatch(/^portal-[0-9a-f]{12}\.js$/);
    expect(ASSETS.passkey.name).toMatch(/^passkey-[0-9a-f]{12}\.js$/);
  });

  test('is small, and asks for nothing else', () => {
    expect(gzipSync(ASSETS.js.body).length).toBeLessThan(2048);
    expect(gzipSync(ASSETS.css.body).length).toBeLessThan(3072);
    expect(ASSETS.css.body).not.toMatch(/url\(|@import/);
    expect(gzipSync(ASSETS.passkey.body).length).toBeLessThan(4096);
    for (const { body } of [ASSETS.js, ASSETS.passkey])
      expect(body).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|import\b/);
  });
});

describe('the kinds of characters in a password', () => {
  test.each([
    ['', 0],
    ['abc', 1],
    ['Abc', 2],
    ['Abc1', 3],
    ['Abc1!', 4],
    ['Abc1!あ', 5],
    ['あいう', 1],
    ['Ünïcödé', 2],
    ['€£', 0],
    ['👩‍🚀', 0],
  ])('in "%s" are %i', (password, kinds) => {
    expect(passwordKinds(password)).toBe(kinds);
  });

  test('do not depend on the order, and never get fewer with more characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(passwordKinds(one + other)).toBe(passwordKinds(other + one));
        expect(passwordKinds(one + other)).toBeGreaterThanOrEqual(passwordKinds(one));
      }),
    );
  });
});
