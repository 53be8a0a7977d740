import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TrailArchive } from '../../domain/ports/trail-archive.ts';
import { atOnce, countOf } from './central-store.ts';

const aName = () => `chain/0/${randomUUID()}.jsonl`;

/** What every archive of the trail promises. */
export function trailArchiveContract(name: string, make: () => Promise<TrailArchive>): void {
  describe(`trail archive ${name}`, () => {
    it('gives back what it took, byte for byte', async () => {
      const archive = await make();
      const [file, text] = [aName(), '{"a":"ü 漢 😀 \\ud800"}\n\n \r\n'];
      expect(await archive.add(file, text)).toBe(true);
      expect(await archive.read(file)).toBe(text);
      expect(await archive.read(aName())).toBeUndefined();
    });

    it('takes each name once, and never changes what it holds', async () => {
      const archive = await make();
      const file = aName();
      expect(await archive.add(file, 'one\n')).toBe(true);
      expect(await archive.add(file, 'two\n')).toBe(false);
      expect(await archive.add(file, 'one\n')).toBe(false);
      expect(await archive.read(file)).toBe('one\n');
    });

    it('takes one of many at once, whole', async () => {
      const archive = await make();
      const file = aName();
      const texts = Array.from({ length: 8 }, (_, n) => `${String(n).repeat(50_000)}\n`);
      const taken = await atOnce(8, (n) => archive.add(file, texts[n] ?? ''));
      expect(countOf(taken, (one) => one)).toBe(1);
      expect(await archive.read(file)).toBe(texts[taken.indexOf(true)]);
    });

    it('takes a batch as large as they come', async () => {
      const archive = await make();
      const [file, text] = [aName(), 'x'.repeat(4_000_000)];
      await archive.add(file, text);
      expect((await archive.read(file))?.length).toBe(text.length);
    });
  });
}
