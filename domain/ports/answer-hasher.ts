/** argon2id costs: memory in KiB, passes, lanes (RFC 9106). */
export interface HashCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** The floor we hash at (OWASP password storage; ARCHITECTURE §5.5). */
export const ANSWER_COST: HashCost = { memoryKiB: 19456, passes: 2, lanes: 1 };

/** Makes an answer slow to guess. */
export interface AnswerHasher {
  /** The 32-byte argon2id of a normalised answer. `salt` has 16 bytes. */
  hash(answer: string, salt: Uint8Array, cost: HashCost): Promise<Uint8Array>;
}
