/** A text that only the holder of the key can read: addresses, numbers, codes and passwords on their way out. */
export type Sealed = string & { readonly __sealed: unique symbol };

/** What a sealed text is for; a text sealed for one purpose does not open for another. */
export type SealPurpose = 'address' | 'phone' | 'code' | 'password';

/** Encrypts with authentication (AES-256-GCM under a data key of the keeper). Throws a Failure when it cannot. */
export interface Sealer {
  seal(purpose: SealPurpose, text: string): Promise<Sealed>;
}

/** Opens what was sealed. Only the outbox sender and a person's own enrollment hold this. */
export interface Opener {
  open(purpose: SealPurpose, sealed: Sealed): Promise<string>;
}
