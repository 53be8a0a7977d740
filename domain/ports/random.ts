/** Unguessable values, from the system's CSPRNG. */
export interface Random {
  /** 256 bits for the client (base64url) and the SHA-256 of it (base64url) under which the store keeps what it opens. */
  handle(): { readonly handle: string; readonly key: string };
  /** 128 bits, base64url. */
  id(): string;
  /** Uniform decimal digits, leading zeros kept. */
  digits(count: number): string;
  /** A short reference to read out on the telephone, such as `K7Q2-M9XD`: no 0/O, 1/I/L. */
  reference(): string;
  bytes(count: number): Uint8Array;
}
