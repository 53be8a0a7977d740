import { createHash } from 'node:crypto';
import type { AnswerHasher } from '../../domain/ports/answer-hasher.ts';

/** A hasher that costs nothing and counts. */
export interface CountingHasher extends AnswerHasher {
  calls(): number;
  /** Counts from nothing again. */
  forget(): void;
  /** The next so many calls throw. */
  breakNext(times: number): void;
}

/** SHA-256 in place of argon2id: for tests in which the cost of a guess does not matter. */
export function countingHasher(): CountingHasher {
  let calls = 0;
  let broken = 0;
  return {
    hash: async (answer, salt) => {
      calls += 1;
      if (broken > 0) {
        broken -= 1;
        throw new Error('the hasher broke');
      }
      return new Uint8Array(createHash('sha256').update(salt).update(answer).digest());
    },
    calls: () => calls,
    forget: () => {
      calls = 0;
    },
    breakNext: (times) => {
      broken = times;
    },
  };
}
