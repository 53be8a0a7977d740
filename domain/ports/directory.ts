import type { Person } from '../person.ts';
import type { ClaimForms } from '../recovery/claim-forms.ts';
import type { Claim } from '../recovery/claim.ts';

/** What one domain controller says of one account, in our words. Times are epoch milliseconds. */
export interface Account {
  readonly person: Person;
  readonly distinguishedName: string;
  /** sAMAccountName as the directory spells it. */
  readonly username: string;
  readonly displayName: string;
  readonly userPrincipalName?: string;
  readonly mail?: string;
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

/** Whom a claim names. */
export type Found =
  | { readonly kind: 'one'; readonly account: Account }
  | { readonly kind: 'none' }
  /** More than one: a stranger to people. `names` (`CORP\asmith`, the first few) are for administrators alone. */
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] };

/** How a claim is to be taken. */
export interface ClaimAsked {
  /** What may be typed; the default forms, when left out. */
  readonly forms?: ClaimForms;
  /** LDAP filters to be judged. */
  readonly filters?: readonly string[];
}

/** How an account is to be read. */
export interface AccountAsked {
  /** The domain controller (its ldaps URL) to ask; any one, when left out. */
  readonly on?: string;
  /** LDAP filters to be judged. */
  readonly filters?: readonly string[];
}

/** What the self-service account may do to an account, as its security descriptor says. */
export interface RepairRights {
  readonly resetPassword: boolean;
  /** Write lockoutTime. */
  readonly unlock: boolean;
}

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

/** Whom to list, and what to find out of each. */
export interface PeopleFilter {
  /** Search base; the domain's own base when left out. */
  readonly under?: string;
  /** The name after which to begin, `CORP\asmith`; a bare user name (sAMAccountName) is of the first domain. */
  readonly after?: string;
  /** SIDs of the groups whose members, nested and primary ones included, are to be recognised. */
  readonly groups?: readonly string[];
  /** LDAP filters to be judged. */
  readonly filters?: readonly string[];
  /** Also how each account stands (`state`), which costs the directory more. */
  readonly states?: boolean;
}

/** One person in a list: less than an account, so that a hundred thousand can be listed. */
export interface ListedPerson {
  readonly person: Person;
  readonly distinguishedName: string;
  readonly username: string;
  readonly displayName: string;
  readonly mail?: string;
  readonly disabled: boolean;
  /** adminCount, a service principal name, or a machine's name. */
  readonly privileged: boolean;
  /** Of the groups that were asked for, those the person is in. */
  readonly groups: readonly string[];
  /** Of the filters that were asked for, those that hold. */
  readonly filters: readonly string[];
  /** Only when it was asked for. */
  readonly state?: AccountState;
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

/** Something that administrators name in a configuration. */
export interface DirectoryObject {
  readonly kind: 'user' | 'group' | 'unit';
  /** `CORP\asmith`, `CORP\Sales`; a unit's distinguished name. */
  readonly name: string;
  /** objectGUID of a user, SID of a group, distinguished name of a unit. */
  readonly id: string;
  readonly distinguishedName: string;
  readonly displayName: string;
}

/** Reads people, as the data proxy account. Every method throws a Failure when no domain controller answers. */
export interface DirectoryReader {
  /**
   * Whom a claim names. The work follows from what was typed, never from who exists: in each domain the claim may be of,
   * one search and one base read, and one more base read for each filter.
   */
  find(claim: Claim, asked?: ClaimAsked): Promise<Found>;
  /** The account as it is now; undefined when it is gone. */
  read(person: Person, asked?: AccountAsked): Promise<Account | undefined>;
  /** The rules for an account; for undefined (a stranger of that domain) the domain's own, for the same work. */
  rules(domain: string, account: Account | undefined): Promise<PasswordRules>;
  /** What the self-service account may do to a person's account; undefined when that is gone. */
  rights(person: Person): Promise<RepairRights | undefined>;
  /** Every person of every domain, domain after domain, in the directory's order of user names, page by page; never all in memory. */
  people(filter?: PeopleFilter): AsyncIterable<ListedPerson>;
  /** Users, groups or OUs whose name or display name begins with a text; at most `limit`. */
  search(
    kind: DirectoryObject['kind'],
    beginning: string,
    limit: number,
  ): Promise<readonly DirectoryObject[]>;
  /**
   * The object of a kind by its name (`CORP\asmith`, `asmith`; `CORP\Sales`, `Sales`; a distinguished name) or by its id;
   * undefined when there is none, or more than one.
   */
  object(kind: DirectoryObject['kind'], nameOrId: string): Promise<DirectoryObject | undefined>;
  /** Why a text is no LDAP filter (RFC 4515); undefined when it is one. Asks no domain controller. */
  filterTrouble(filter: string): string | undefined;
}

/** What a bind with a person's own password says. All but `wrong` and `locked` prove that the password was right. */
export type PasswordTrial =
  | 'right'
  | 'wrong'
  | 'locked'
  | 'disabled'
  | 'account-expired'
  | 'must-change'
  | 'password-expired'
  | 'not-now';

/** What became of a change the directory was asked for. */
export type DirectoryAnswer =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'refused';
      /** `policy`: length, complexity, history, age or a filter (0000052D); AD does not say which. `not-executed`: it was never sent, or sent elsewhere (a referral). */
      readonly reason: 'policy' | 'wrong-password' | 'locked' | 'not-permitted' | 'gone' | 'not-executed';
    }
  /** The request left, the answer did not come: it may have happened. Never repeat it. */
  | { readonly kind: 'unknown' };

/**
 * Tries and changes a person's own password. An empty password never reaches a bind (RFC 4513 §5.1.2:
 * AD takes name + empty password for anonymous and says yes); it is `wrong`.
 */
export interface PasswordDesk {
  /** Binds as the account; for undefined (a stranger of that domain) as a DN that does not exist, for the same work. */
  tryPassword(domain: string, account: Account | undefined, password: string): Promise<PasswordTrial>;
  /**
   * Changes old to new on the account's own right (delete + add of unicodePwd; history and age apply), for
   * people who cannot bind (must change, expired) too. The one thing it is asked to do is asked once.
   */
  changePassword(
    account: Account,
    change: { readonly from: string; readonly to: string },
  ): Promise<DirectoryAnswer>;
  /**
   * The account as its own domain controller shows it now, over a new connection and within seconds, for when an answer was
   * lost; undefined when it is gone. Throws a Failure when that domain controller does not answer.
   */
  readBack(account: Account): Promise<Account | undefined>;
}

/**
 * One person's account on one writable domain controller: what it says now, and the two repairs. A repair throws
 * Failure `directory-unreachable`, `-busy`, `-untrusted` or `-credentials` only when nothing was sent.
 */
export interface RepairBench {
  readonly account: Account;
  readonly rules: PasswordRules;
  /** Whether this domain controller holds a reset to the password history of `rules`: it has the policy-hints control. */
  readonly historyEnforced: boolean;
  /** lockoutTime = 0. */
  unlock(): Promise<DirectoryAnswer>;
  /** One modify: unicodePwd and lockoutTime = 0, with the policy-hints control where the domain controller has it. */
  reset(newPassword: string): Promise<DirectoryAnswer>;
  /**
   * The account as the same domain controller shows it now, over a new connection and within seconds, for when an answer was
   * lost; undefined when it is gone. Throws a Failure when that domain controller does not answer.
   */
  readBack(): Promise<Account | undefined>;
}

/** Repairs accounts, as the self-service account. */
export interface RepairDesk {
  /**
   * Brings the person's account to the bench: one connection to one writable domain controller, which all of
   * `work` sees. Undefined at the bench: the account is gone. Throws a Failure when no domain controller can be
   * reached; nothing has been changed then. Only reads fail over to another domain controller.
   */
  at<T>(person: Person, work: (bench: RepairBench | undefined) => Promise<T>): Promise<T>;
}
