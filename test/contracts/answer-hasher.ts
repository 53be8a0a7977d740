import { argon2Sync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_COST, type AnswerHasher } from '../../domain/ports/answer-hasher.ts';

const SALT = new TextEncoder().encode('latchkey-salt-16');

/** What every AnswerHasher promises. */
export function answerHasherContract(name: string, make: () => AnswerHasher): void {
  describe(`${name} keeps the promises of an answer hasher`, () => {
    it('agrees with Node’s own argon2id, at the cost answers are stored with', async () => {
      const [message, nonce] = [Buffer.from('nørrebrogade ålborg'), Buffer.from(SALT)];
      const { memoryKiB: memory, passes, lanes: parallelism } = ANSWER_COST;
      const expected = argon2Sync('argon2id', { message, nonce, memory, passes, parallelism, tagLength: 32 });
      const made = await make().hash('nørrebrogade ålborg', SALT, ANSWER_COST);
      expect(Buffer.from(made).toString('hex')).toBe(expected.toString('hex'));
    });

    it('agrees with Node’s own argon2id at any cost, for any answer and salt', async () => {
      const costs = fc.record({
        passes: fc.integer({ min: 1, max: 3 }),
        lanes: fc.integer({ min: 1, max: 2 }),
        memoryKiB: fc.integer({ min: 16, max: 64 }),
      });
      const salts = fc.uint8Array({ minLength: 16, maxLength: 16 });
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme' }), salts, costs, async (answer, salt, cost) => {
          const expected = argon2Sync('argon2id', {
            message: Buffer.from(answer),
            nonce: Buffer.from(salt),
            memory: cost.memoryKiB,
            passes: cost.passes,
            parallelism: cost.lanes,
            tagLength: 32,
          });
          expect(Buffer.from(await make().hash(answer, salt, cost)).equals(expected)).toBe(true);
        }),
        { numRuns: 40 },
      );
    });

    it('gives 32 bytes that depend on the answer, the salt and the cost', async () => {
      const cost = { memoryKiB: 64, passes: 1, lanes: 1 };
      const hashes = await Promise.all([
        make().hash('lasagne', SALT, cost),
        make().hash('lasagna', SALT, cost),
        make().hash('lasagne', SALT.toReversed(), cost),
        make().hash('lasagne', SALT, { ...cost, passes: 2 }),
      ]);
      expect(hashes.map(({ length }) => length)).toEqual([32, 32, 32, 32]);
      expect(new Set(hashes.map((hash) => Buffer.from(hash).toString('hex'))).size).toBe(4);
    });
  });
}
