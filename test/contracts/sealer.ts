import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opener, Sealed, Sealer } from '../../domain/ports/sealer.ts';

/** A sealer and an opener under test, over the same key every time. */
export interface SealingUnderTest {
  /** As a new process would make them. */
  sealer(): Sealer;
  opener(): Opener;
  /** An opener over another key. */
  anotherOpener(): Opener;
}

const corrupt = expect.objectContaining({ name: 'Failure', code: 'store-corrupt' }) as unknown;

/** What every Sealer promises together with its Opener. */
export function sealerContract(name: string, make: () => Promise<SealingUnderTest>): void {
  describe(`${name} keeps the promises of a sealer`, () => {
    it('opens, in another process, the text that was sealed', async () => {
      const sealing = await make();
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
          const sealed = await sealing.sealer().seal('address', text);
          expect(await sealing.opener().open('address', sealed)).toBe(text);
        }),
        { numRuns: 25 },
      );
    });

    it('seals the same text differently each time, and shows nothing of it', async () => {
      const sealer = (await make()).sealer();
      const [first, second] = [
        await sealer.seal('address', 'ada@corp.example'),
        await sealer.seal('address', 'ada@corp.example'),
      ];
      expect(first).not.toBe(second);
      const bytes = Buffer.concat(first.split('.').map((part) => Buffer.from(part, 'base64url')));
      expect(first + bytes.toString('latin1')).not.toContain('ada');
    });

    it('seals addresses of ordinary lengths to one length', async () => {
      const sealer = (await make()).sealer();
      const lengths = await Promise.all(
        ['', 'a@b.cd', 'a'.repeat(60)].map(async (text) => (await sealer.seal('address', text)).length),
      );
      expect(new Set(lengths).size).toBe(1);
    });

    it('does not open for another purpose what was sealed for one', async () => {
      const sealing = await make();
      const sealed = await sealing.sealer().seal('address', 'ada@corp.example');
      await expect(sealing.opener().open('code', sealed)).rejects.toEqual(corrupt);
    });

    it('does not open with another key', async () => {
      const sealing = await make();
      const sealed = await sealing.sealer().seal('code', '12345678');
      await expect(sealing.anotherOpener().open('code', sealed)).rejects.toEqual(corrupt);
    });

    it('does not open a text in which any one character was changed', async () => {
      const sealing = await make();
      const [sealed, opener] = [await sealing.sealer().seal('code', '12345678'), sealing.opener()];
      const change = fc.tuple(fc.nat(sealed.length - 1), fc.constantFrom(...Array.from('AZaz09-_.=1')));
      await fc.assert(
        fc.asyncProperty(change, async ([at, character]) => {
          fc.pre(sealed[at] !== character);
          const changed = (sealed.slice(0, at) + character + sealed.slice(at + 1)) as Sealed;
          await expect(opener.open('code', changed)).rejects.toEqual(corrupt);
        }),
        { numRuns: 150 },
      );
    });

    it('does not open what was cut short, joined from two, or never sealed', async () => {
      const sealing = await make();
      const [one, two] = [
        await sealing.sealer().seal('code', '12345678'),
        await sealing.sealer().seal('code', '87654321'),
      ];
      const mixed = [...one.split('.').slice(0, 4), ...two.split('.').slice(4)].join('.');
      const keyless = one.replace(/^1\.[^.]*/, '1.');
      for (const text of [
        '',
        '.',
        '1....',
        one.slice(0, -4),
        `${one}.AAAA`,
        `${one}\n`,
        mixed,
        keyless,
        'ada@corp.example',
      ]) {
        await expect(sealing.opener().open('code', text as Sealed)).rejects.toEqual(corrupt);
      }
    });

    it('names, in its failure, the purpose and never the text', async () => {
      const sealing = await make();
      const sealed = await sealing.sealer().seal('address', 'ada@corp.example');
      const failure: unknown = await sealing
        .opener()
        .open('code', sealed)
        .catch((error: unknown) => error);
      expect(String(failure)).toContain('code');
      expect(String(failure)).not.toContain(sealed);
    });
  });
}
