/** Time-based one-time passwords (RFC 6238): SHA-1, 6 digits, 30 seconds, as every authenticator app takes them. */
export interface OneTimePasswords {
  /** The time step (RFC 6238 §4.2) a code is of: the present one or the one before it; undefined when it is of neither. */
  stepOf(seed: Uint8Array, code: string, now: number): Promise<number | undefined>;
  /** The `otpauth:` address that an app scans or opens, and the same secret to be typed (base32). */
  setUp(seed: Uint8Array, issuer: string, account: string): Promise<AppSetUp>;
}

/** What an app is told, once: whoever has it makes every code. */
export interface AppSetUp {
  readonly uri: string;
  readonly secret: string;
}
