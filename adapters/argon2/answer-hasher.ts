import { argon2id, hash } from 'argon2';
import type { AnswerHasher } from '../../domain/ports/answer-hasher.ts';

/**
 * argon2id, version 0x13 (RFC 9106), on the native library, in its thread pool. Gives the raw 32 bytes: salt and cost are kept
 * beside them by the caller. The answer is hashed as its UTF-8 bytes.
 */
export function argon2AnswerHasher(): AnswerHasher {
  return {
    async hash(answer, salt, cost) {
      const raw = await hash(Buffer.from(answer, 'utf8'), {
        raw: true,
        type: argon2id,
        version: 0x13,
        hashLength: 32,
        salt: Buffer.from(salt),
        memoryCost: cost.memoryKiB,
        timeCost: cost.passes,
        parallelism: cost.lanes,
      });
      return new Uint8Array(raw);
    },
  };
}
