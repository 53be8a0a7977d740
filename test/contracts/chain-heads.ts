import { describe, expect, it } from 'vitest';
import { type ChainHead, type ChainHeads, ROOTS } from '../../domain/ports/chain-heads.ts';
import { NOW } from '../support/stored-records.ts';
import { atOnce, countOf } from './central-store.ts';

const aHead = (number: number, hash = 'a'.repeat(64)): ChainHead => ({
  number,
  seq: number * 10,
  hash,
  at: NOW,
});

/** What every keeper of the chains' heads promises. */
export function chainHeadsContract(name: string, make: () => Promise<ChainHeads>): void {
  describe(`chain heads on ${name}`, () => {
    it('gives back each chain’s own head, and none before the first', async () => {
      const heads = await make();
      expect(await heads.find(0)).toBeUndefined();
      expect(await heads.advance(0, 0, aHead(1))).toBe(true);
      expect(await heads.advance(ROOTS, 0, aHead(7))).toBe(true);
      expect(await heads.find(0)).toEqual(aHead(1));
      expect(await heads.find(ROOTS)).toEqual(aHead(7));
      expect(await heads.find(1)).toBeUndefined();
    });

    it('moves a head on from the one that is known, and from no other', async () => {
      const heads = await make();
      expect(await heads.advance(2, 1, aHead(2))).toBe(false);
      expect(await heads.find(2)).toBeUndefined();
      await heads.advance(2, 0, aHead(1));
      expect(await heads.advance(2, 0, aHead(1, 'b'.repeat(64)))).toBe(false);
      expect(await heads.advance(2, 1, aHead(2))).toBe(true);
      expect(await heads.advance(2, 1, aHead(2, 'b'.repeat(64)))).toBe(false);
      expect(await heads.find(2)).toEqual(aHead(2));
    });

    it('lets one of many at once move it', async () => {
      const heads = await make();
      const moved = await atOnce(10, (n) => heads.advance(3, 0, aHead(1, String(n).repeat(64))));
      expect(countOf(moved, (one) => one)).toBe(1);
      expect((await heads.find(3))?.hash).toBe(String(moved.indexOf(true)).repeat(64));
    });
  });
}
