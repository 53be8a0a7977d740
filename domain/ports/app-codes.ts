/** The codes that an authenticator app shows (RFC 6238: SHA-1, 6 digits, 30 seconds). */
export interface AppCodes {
  /** The code at a moment (epoch milliseconds), and the time step it is of. */
  codeAt(secret: string, now: number): Promise<{ readonly code: string; readonly step: number }>;
}
