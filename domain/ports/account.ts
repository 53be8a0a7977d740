import type { Person } from '../person.ts';

/** What one domain controller says of one account, in our words. Times are epoch milliseconds. */
export interface Account {
  readonly person: Person;
  readonly distinguishedName: string;
  /** sAMAccountName as the directory spells it. */
  readonly username: string;
  readonly displayName: string;
  readonly userPrincipalName?: string;
  readonly mail?: string;
  /** The mobile attribute, as somebody typed it there. */
  readonly mobile?: string;
  /** As the directory spells it: meant to be a BCP 47 tag, and may be anything. */
  readonly preferredLanguage?: string;
  /** The domain controller (its ldaps URL) that said all this. */
  readonly domainController: string;
  /** Locked at this moment (msDS-User-Account-Control-Computed, not lockoutTime alone). */
  readonly locked: boolean;
  /** lockoutTime as AD keeps it: a FILETIME in decimal, '0' when never locked or unlocked. */
  readonly lockoutTime: string;
  readonly disabled: boolean;
  readonly accountExpired: boolean;
  /** When it expires or expired; left out when it never does. */
  readonly accountExpiresAt?: number;
  readonly smartCardRequired: boolean;
  /** Signing in is not allowed at this hour (logonHours, in UTC). */
  readonly outsideLogonHours: boolean;
  /** "User cannot change password": a Deny of Change Password to SELF or Everyone in the DACL. */
  readonly cannotChangePassword: boolean;
  /** pwdLastSet = 0. */
  readonly mustChangePassword: boolean;
  /** Past its maximum age (computed bit 0x800000, must-change left out). */
  readonly passwordExpired: boolean;
  /** pwdLastSet as AD keeps it: a FILETIME in decimal, '0' when it must be changed. */
  readonly passwordLastSet: string;
  /** When it expires or expired; left out when it never does or must be changed. */
  readonly passwordExpiresAt?: number;
  readonly badPasswordCount: number;
  readonly badPasswordAt?: number;
  readonly adminCount: boolean;
  readonly hasServicePrincipalName: boolean;
  readonly sid: string;
  /** sIDHistory: what the account was in other domains. */
  readonly formerSids: readonly string[];
  /** tokenGroups: the SIDs of every group, nested and primary ones included. */
  readonly groups: readonly string[];
  /** Of the LDAP filters that were asked for, those that hold for this account. */
  readonly filters: readonly string[];
}

/** What the self-service account may do to an account, as its security descriptor says. */
export interface RepairRights {
  readonly resetPassword: boolean;
  /** Write lockoutTime. */
  readonly unlock: boolean;
}

/** How an account stands, and what the self-service account may do to it. */
export interface AccountState extends Pick<
  Account,
  | 'locked'
  | 'accountExpired'
  | 'smartCardRequired'
  | 'cannotChangePassword'
  | 'mustChangePassword'
  | 'passwordExpired'
> {
  readonly rights: RepairRights;
}
