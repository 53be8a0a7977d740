/** What was seen of one of the product's own accounts. */
export interface OwnAccountFacts {
  /** `CORP\svc-latchkey-reset`; where the credential could not be read, the role's name. */
  readonly name: string;
  /** sAMAccountName. */
  readonly username: string;
  readonly role: 'data-proxy' | 'self-service';
  /** Of two that take turns in that role, the one that is not in use. */
  readonly resting?: true;
  /** After how many days rotation hands its role over; left out of one that rests, and where nothing rotates it. */
  readonly rotatedEveryDays?: number;
  /** How signing in went; left out of one that rests, and where no domain controller could be asked. */
  readonly signIn?: OwnSignIn;
  /** As the directory shows it; left out where nobody could look. */
  readonly shown?: ShownAccount | 'nobody';
}

export type OwnSignIn =
  | { readonly kind: 'right' }
  | { readonly kind: 'refused'; readonly reason: RefusedSignIn; readonly said: string }
  /** The secret could not be read, or holds no name or no password. */
  | { readonly kind: 'no-credential'; readonly said: string };

export const REFUSED_SIGN_INS = [
  'wrong-password',
  'locked',
  'disabled',
  'account-expired',
  'must-change',
  'password-expired',
  'not-now',
  'other',
] as const;
export type RefusedSignIn = (typeof REFUSED_SIGN_INS)[number];

export interface ShownAccount {
  readonly distinguishedName: string;
  readonly sid: string;
  /** Every group, nested and primary ones included. */
  readonly groups: readonly NamedGroup[];
  /** Distinguished names of the groups that list it as a member. */
  readonly memberOf: readonly string[];
  readonly adminCount: boolean;
  /** Flags of userAccountControl that make an account weak or mighty, as the schema names them. */
  readonly flags: readonly string[];
  readonly locked: boolean;
  readonly disabled: boolean;
  readonly accountExpired: boolean;
  readonly mustChange: boolean;
  readonly passwordExpired: boolean;
  /** Epoch milliseconds; left out when it must be changed. */
  readonly passwordSetAt?: number;
  /** Left out when it never expires. */
  readonly passwordExpiresAt?: number;
}

export interface NamedGroup {
  readonly sid: string;
  /** Only of groups that can matter. */
  readonly distinguishedName?: string;
}
