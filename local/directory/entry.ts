import type { DnKey } from './distinguished-name.ts';
import type { Filetime } from './filetime.ts';
import type { StoredPassword } from './stored-password.ts';

/** One object of the tree. What can change about it lives in its AccountState and in the World's memberships. */
export interface Entry {
  readonly dn: string;
  readonly key: DnKey;
  /** objectGUID, as text. */
  readonly guid: string;
  readonly sid?: string;
  /** Most general class first. */
  readonly classes: readonly string[];
  /** Fixed attributes in the schema's spelling, values as text. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** Everything about an account that changes while the directory runs. */
export interface AccountState {
  readonly userAccountControl: number;
  readonly accountExpires: Filetime;
  /** 0 = must be changed at next logon. */
  readonly passwordLastSet: Filetime;
  /** When the current password replaced the one before, whatever pwdLastSet was set to since. */
  readonly replacedAt: Filetime;
  readonly lockoutTime: Filetime;
  readonly badPasswordCount: number;
  readonly badPasswordTime: Filetime;
  readonly lastLogon: Filetime;
  readonly logonCount: number;
  /** Newest first: the one in force, then those before it. */
  readonly passwords: readonly StoredPassword[];
  /** Stamped by AdminSDHolder: adminCount = 1, nothing inherited. */
  readonly stamped: boolean;
  readonly cannotChangePassword: boolean;
  /** Attributes that were written since the beginning, in the schema's spelling; an empty list took one away. */
  readonly written?: Readonly<Record<string, readonly string[]>>;
}

/** userAccountControl bits (MS-ADTS 2.2.16), stored and computed ones. */
export const UAC = {
  disabled: 0x2,
  lockedOut: 0x10,
  normalAccount: 0x200,
  interdomainTrust: 0x800,
  serverTrustAccount: 0x2000,
  neverExpires: 0x1_0000,
  smartCardRequired: 0x4_0000,
  passwordExpired: 0x80_0000,
} as const;
