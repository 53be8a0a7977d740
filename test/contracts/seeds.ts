import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SealedSeed, Seeds } from '../../domain/ports/seeds.ts';

/** Seeds under test, over the same key every time. */
export interface SeedsUnderTest {
  /** As a new process would make them. */
  seeds(): Seeds;
  /** Over another key. */
  others(): Seeds;
}

const corrupt = expect.objectContaining({ name: 'Failure', code: 'store-corrupt' }) as unknown;
const OWNER = 'CORP/0b8c2a9e#1';
const SEED = new TextEncoder().encode('12345678901234567890');

/** What every keeper of seeds promises. */
export function seedsContract(name: string, make: () => Promise<SeedsUnderTest>): void {
  describe(`${name} keeps the promises of a keeper of seeds`, () => {
    it('opens, in another process, the seed that was sealed for its owner', async () => {
      const under = await make();
      await fc.assert(
        fc.asyncProperty(
          fc.string({ maxLength: 60 }),
          fc.uint8Array({ maxLength: 64 }),
          async (owner, seed) => {
            const sealed = await under.seeds().seal(owner, seed);
            expect(await under.seeds().open(owner, sealed)).toEqual(seed);
          },
        ),
        { numRuns: 25 },
      );
    });

    it('seals the same seed differently each time, and shows nothing of it', async () => {
      const seeds = (await make()).seeds();
      const [first, second] = [await seeds.seal(OWNER, SEED), await seeds.seal(OWNER, SEED)];
      expect(first).not.toBe(second);
      const bytes = Buffer.concat(first.split('.').map((part) => Buffer.from(part, 'base64url')));
      expect(first + bytes.toString('latin1')).not.toContain('1234567890');
    });

    it('does not open for another owner, nor with another key', async () => {
      const under = await make();
      const sealed = await under.seeds().seal(OWNER, SEED);
      await expect(under.seeds().open('CORP/0b8c2a9e#2', sealed)).rejects.toEqual(corrupt);
      await expect(under.others().open(OWNER, sealed)).rejects.toEqual(corrupt);
    });

    it('does not open a seed in which any one character was changed', async () => {
      const seeds = (await make()).seeds();
      const sealed = await seeds.seal(OWNER, SEED);
      const change = fc.tuple(fc.nat(sealed.length - 1), fc.constantFrom(...Array.from('AZaz09-_.=1')));
      await fc.assert(
        fc.asyncProperty(change, async ([at, character]) => {
          fc.pre(sealed[at] !== character);
          const changed = (sealed.slice(0, at) + character + sealed.slice(at + 1)) as SealedSeed;
          await expect(seeds.open(OWNER, changed)).rejects.toEqual(corrupt);
        }),
        { numRuns: 150 },
      );
    });

    it('does not open what was cut short, joined from two, or never sealed, and names no seed in its failure', async () => {
      const seeds = (await make()).seeds();
      const [one, two] = [await seeds.seal(OWNER, SEED), await seeds.seal(OWNER, SEED)];
      const mixed = [...one.split('.').slice(0, 3), ...two.split('.').slice(3)].join('.');
      for (const text of ['', '.', '1...', one.slice(0, -4), `${one}.AAAA`, `${one}\n`, mixed, 'a seed']) {
        const failure: unknown = await seeds.open(OWNER, text as SealedSeed).catch((error: unknown) => error);
        expect(failure).toEqual(corrupt);
        expect(String(failure)).not.toContain(OWNER);
      }
    });
  });
}
