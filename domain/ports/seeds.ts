/** An authenticator's seed that only the holder of the seeds' own key can read. */
export type SealedSeed = string & { readonly __seed: unique symbol };

/**
 * Keeps the seeds of authenticator apps: AES-256-GCM under a key derived, once a process, from a keeper's key that serves nothing
 * else. `owner` is authenticated with the seed: one moved to another row does not open. Throws a Failure when it cannot.
 */
export interface Seeds {
  seal(owner: string, seed: Uint8Array): Promise<SealedSeed>;
  open(owner: string, sealed: SealedSeed): Promise<Uint8Array>;
}
