import { describe, expect, it } from 'vitest';
import { argon2AnswerHasher } from '../../../adapters/argon2/answer-hasher.ts';
import { answerHasherContract } from '../../contracts/answer-hasher.ts';

answerHasherContract('argon2', argon2AnswerHasher);

describe('argon2', () => {
  it('refuses costs below what argon2 allows, instead of hashing at another cost', async () => {
    const salt = new Uint8Array(16);
    await expect(
      argon2AnswerHasher().hash('lasagne', salt, { memoryKiB: 1, passes: 1, lanes: 1 }),
    ).rejects.toThrow(/memory/i);
  });
});
