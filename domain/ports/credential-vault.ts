import type { AccountPair, PendingPair } from '../rotation/account-pair.ts';

/** One version of a secret. */
export interface KeptPair<Pair extends AccountPair> {
  readonly version: string;
  readonly pair: Pair;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** Where a secret stands, seen by the rotation that was given one token. */
export interface VaultView {
  /** What is in force. */
  readonly current: KeptPair<AccountPair>;
  /** What has become of the version that the token names; `given-up`: it is neither pending nor in force. */
  readonly asked: 'pending' | 'current' | 'given-up' | 'unknown';
  /** What that version says; left out while nothing was kept in it. */
  readonly pending?: PendingPair;
  /** What was last kept by any rotation, whatever became of it: it may have been set in the directory and never put in force. */
  readonly latest?: KeptPair<PendingPair>;
}

/**
 * The secrets with the passwords of the product's own accounts, in versions. Every method throws Failure
 * `secrets-unavailable` when it cannot be done, or when a version has another shape; no message holds what a secret holds.
 */
export interface CredentialVault {
  look(secretId: string, token: string): Promise<VaultView>;
  /**
   * Keeps a pair as the token's version, pending and `latest` from now on. Where that version says something already it
   * stays as it is. All or nothing.
   */
  keepPending(secretId: string, token: string, pair: PendingPair): Promise<void>;
  /** Puts the token's version in force in place of `instead`; a Failure when `instead` is not in force any more. */
  putInForce(secretId: string, token: string, instead: string): Promise<void>;
}
