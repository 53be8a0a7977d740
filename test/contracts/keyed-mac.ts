import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeyedMac } from '../../domain/ports/keyed-mac.ts';

/** A keeper of keys under test. */
export interface KeyedMacUnderTest {
  /** A KeyedMac as a new process would make it, over the same key every time. */
  fresh(): KeyedMac;
  /** One over another key. */
  withAnotherKey(): KeyedMac;
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** What every KeyedMac promises. */
export function keyedMacContract(name: string, make: () => Promise<KeyedMacUnderTest>): void {
  describe(`${name} keeps the promises of a keyed MAC`, () => {
    it('gives the same message the same tag in every process', async () => {
      const keeper = await make();
      const tag = await keeper.fresh().tag(bytes('answer'));
      expect(tag).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(await keeper.fresh().tag(bytes('answer'))).toBe(tag);
      expect(await keeper.fresh().matches(bytes('answer'), tag)).toBe(true);
    });

    it('gives another message, and another key, another tag', async () => {
      const keeper = await make();
      const tag = await keeper.fresh().tag(bytes('answer'));
      expect(await keeper.fresh().tag(bytes('Answer'))).not.toBe(tag);
      expect(await keeper.withAnotherKey().tag(bytes('answer'))).not.toBe(tag);
      expect(await keeper.withAnotherKey().matches(bytes('answer'), tag)).toBe(false);
    });

    it('says no, without failing, to any text that is not the tag', async () => {
      const mac = (await make()).fresh();
      const tag = await mac.tag(bytes('answer'));
      const notTheTag = fc
        .oneof(
          fc.string(),
          fc.constant(''),
          fc.constant(`${tag}=`),
          fc.constant(tag.slice(1)),
          fc.base64String(),
        )
        .filter((text) => text !== tag);
      await fc.assert(
        fc.asyncProperty(notTheTag, async (text) => {
          expect(await mac.matches(bytes('answer'), text)).toBe(false);
          expect(await mac.quickMatches('code', 'answer', text)).toBe(false);
        }),
        { numRuns: 30 },
      );
    });

    it('takes any bytes as a message', async () => {
      const mac = (await make()).fresh();
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 1024 }), async (message) => {
          expect(await mac.matches(message, await mac.tag(message))).toBe(true);
        }),
        { numRuns: 20 },
      );
    });

    it('gives quick tags that agree between processes and differ by purpose, message and key', async () => {
      const keeper = await make();
      const tag = await keeper.fresh().quickTag('code', '12345678');
      expect(tag).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(await keeper.fresh().quickMatches('code', '12345678', tag)).toBe(true);
      expect(await keeper.fresh().quickMatches('code', '12345679', tag)).toBe(false);
      expect(await keeper.fresh().quickMatches('decoy', '12345678', tag)).toBe(false);
      expect(await keeper.withAnotherKey().quickMatches('code', '12345678', tag)).toBe(false);
    });

    it('never gives away a subkey as the tag of a message', async () => {
      const mac = (await make()).fresh();
      const suspected = Buffer.from(await mac.tag(bytes('subkey:code')), 'base64url');
      const forged = createHmac('sha256', suspected).update('12345678').digest('base64url');
      expect(await mac.quickMatches('code', '12345678', forged)).toBe(false);
    });
  });
}
