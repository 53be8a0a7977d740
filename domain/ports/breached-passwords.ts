/** Knows passwords that attackers try first (NIST SP 800-63B-4 §3.1.1.2). */
export interface BreachedPasswords {
  /** Whether the whole password, as typed, is on the list. */
  includes(password: string): Promise<boolean>;
}
