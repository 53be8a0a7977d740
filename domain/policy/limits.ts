/**
 * How much may be tried. Source and global budgets are paid when a flow starts: a flow is a licence for at most
 * `triesPerFlow` guesses, bought before any proof is looked at (docs/decisions/0005).
 */
export interface Limits {
  /** Recovery flows and sign-ins one source (an IPv4 address, an IPv6 /64) may start in an hour. */
  readonly startsPerSourceHour: number;
  /** Recovery flows all sources together may start in an hour. */
  readonly startsPerHour: number;
  /** Failed proofs that end a flow. */
  readonly triesPerFlow: number;
  /** Proofs of one person, over all flows and methods, in 15 minutes: five failures and the two successes of a good recovery. */
  readonly triesPerPerson: number;
  /** Consecutive failures of one person's method, never forgotten by time, after which it is off until re-enrolled (NIST SP 800-63B-4 allows 100); of those that `failuresEndIt` (traits.ts). */
  readonly triesPerMethod: number;
  /** Failed entries that kill a code. */
  readonly triesPerCode: number;
  /** Codes a flow may have sent by each method. */
  readonly sendsPerFlow: number;
  /** Code messages one person may be sent in an hour, from whatever sources; the rest are silently dropped. */
  readonly codesPerPersonHour: number;
  /** New passwords a proven flow may offer the directory. */
  readonly spendsPerFlow: number;
  /** Sign-ins and changes with a wrong password in one lockout window where the domain never locks. Else two short of its threshold. */
  readonly signInsWithoutLockout: number;
}

export const DEFAULT_LIMITS: Limits = {
  startsPerSourceHour: 60,
  startsPerHour: 6000,
  triesPerFlow: 5,
  triesPerPerson: 7,
  triesPerMethod: 20,
  triesPerCode: 5,
  sendsPerFlow: 3,
  codesPerPersonHour: 5,
  spendsPerFlow: 5,
  signInsWithoutLockout: 5,
};

const MINUTE = 60_000;
/** How long things live, in milliseconds. */
export const LIFETIMES = {
  flowIdle: 15 * MINUTE,
  flowAbsolute: 60 * MINUTE,
  sessionIdle: 15 * MINUTE,
  sessionAbsolute: 60 * MINUTE,
  adminIdle: 15 * MINUTE,
  adminAbsolute: 60 * MINUTE,
  code: 10 * MINUTE,
  /** How long the link of a notice works. */
  notMe: 7 * 24 * 60 * MINUTE,
  /** How long a proof counts in its flow. */
  proof: 30 * MINUTE,
  personWindow: 15 * MINUTE,
  hour: 60 * MINUTE,
} as const;
