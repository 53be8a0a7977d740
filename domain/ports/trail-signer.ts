/** Signs for the trail with a key that nobody can take away (ECDSA on P-256 over SHA-256). Throws Failure `keys-unavailable`. */
export interface TrailSigner {
  key(): Promise<SigningKey>;
  /** A signature of the text's UTF-8 bytes: DER, as base64. */
  sign(text: string): Promise<string>;
  /** Whether it is a signature of that text by this very key, spelt as `sign` does; false for whatever else. */
  signed(text: string, signature: string): Promise<boolean>;
}

/** The public half of a key. */
export interface SigningKey {
  /** SHA-256 of the key (SubjectPublicKeyInfo, DER), hexadecimal. */
  readonly fingerprint: string;
  readonly pem: string;
}
