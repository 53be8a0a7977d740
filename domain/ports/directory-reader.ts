import type { Person } from '../person.ts';
import type { ClaimForms } from '../recovery/claim-forms.ts';
import type { Claim } from '../recovery/claim.ts';
import type { Account, AccountState, RepairRights } from './account.ts';
import type { PasswordRules } from './password-rules.ts';

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
  /** The LDAP filter template of the search form (`(mail=%mail%)`); without it a claim by attributes names nobody, for the same work. */
  readonly template?: string;
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
  readonly mobile?: string;
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
  /**
   * Whether every attribute of the person's has the given value, compared by the directory itself and never read here (RFC 4511
   * §4.10, by a base search); one request, for a person who does not exist too.
   */
  attributesHold(person: Person, given: Readonly<Record<string, string>>): Promise<boolean>;
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
