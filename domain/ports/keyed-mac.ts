/**
 * Tags made with keys that the central store does not hold. With the whole store in hand and no key,
 * nothing can be guessed.
 */
export interface KeyedMac {
  /** HMAC-SHA-256 by the key that cannot leave its keeper (one KMS call each in AWS); base64url. For answers. */
  tag(message: Uint8Array): Promise<string>;
  /** Constant-time comparison of `tag(message)` with `expected`. One call to the keeper, right or wrong. */
  matches(message: Uint8Array, expected: string): Promise<boolean>;
  /**
   * HMAC-SHA-256 by a subkey for `purpose`, derived from the keeper's key once a process; base64url.
   * For what is short-lived or frequent: codes, decoys.
   */
  quickTag(purpose: string, message: string): Promise<string>;
  /** Constant-time comparison with `quickTag(purpose, message)`. */
  quickMatches(purpose: string, message: string, expected: string): Promise<boolean>;
}
