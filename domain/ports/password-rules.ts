/** The password and lockout rules in force for one account: its PSO's, else the domain's. */
export interface PasswordRules {
  /** 'domain', or the PSO's name. `readable` is false when a PSO applies that we may not read; then these are the domain's. */
  readonly source: string;
  readonly readable: boolean;
  readonly minimumLength: number;
  readonly complexity: boolean;
  readonly historyLength: number;
  readonly minimumAgeMs: number;
  /** 0 = passwords never expire. */
  readonly maximumAgeMs: number;
  /** 0 = accounts never lock. */
  readonly lockoutThreshold: number;
  readonly lockoutWindowMs: number;
  readonly lockoutDurationMs: number;
}
