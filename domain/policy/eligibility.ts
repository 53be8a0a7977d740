import type { Account } from '../ports/account.ts';
import { blockedBy, type BlockEntry } from './block-list.ts';
import { isUnderInDomain } from './distinguished-name.ts';
import { matchOf, type Match, type UserConfiguration } from './user-configuration.ts';

/** Whose account may be touched at all: what the deployment says of it. */
export interface EligibilityRules {
  /** Distinguished names of the OUs that are served, each in its own domain alone; a person outside all of them is out of scope. */
  readonly bases: readonly string[];
  /** SIDs of further protected groups (tier 0, DnsAdmins, VIPs). */
  readonly protectedGroups: readonly string[];
  /** The product's own accounts, `CORP\svc-latchkey-read`. */
  readonly ownAccounts: readonly string[];
}

/** What of an account its eligibility hangs on. */
export type Judged = Pick<
  Account,
  | 'person'
  | 'distinguishedName'
  | 'username'
  | 'adminCount'
  | 'hasServicePrincipalName'
  | 'sid'
  | 'formerSids'
  | 'groups'
  | 'filters'
>;

/** All that is judged by. */
export interface Rulebook {
  readonly eligibility: EligibilityRules;
  readonly document: {
    readonly userConfigurations: readonly UserConfiguration[];
    readonly blockList: readonly BlockEntry[];
  };
}

/** Why nothing is done for an account. */
export type Ineligibility = 'blocked' | 'own-account' | 'privileged' | 'out-of-scope';

export type Eligibility =
  | { readonly kind: 'eligible'; readonly match: Match }
  | {
      readonly kind: 'ineligible';
      readonly reason: Ineligibility | 'not-offered';
    };

/**
 * RIDs of the domain's protected accounts and groups: Administrator, Guest, krbtgt, Domain Admins, Domain
 * Controllers, Schema Admins, Enterprise Admins, Group Policy Creator Owners, Read-only DCs, Cloneable DCs,
 * Protected Users, Key Admins, Enterprise Key Admins (MS-ADTS 3.1.1.6.1, AD-FACTS §5).
 */
const PROTECTED_RIDS = new Set([500, 501, 502, 512, 516, 518, 519, 520, 521, 522, 525, 526, 527, 498]);
/** Administrators, Account, Server, Print, Backup Operators, Replicator. */
const PROTECTED_BUILTIN = new Set([544, 548, 549, 550, 551, 552].map((rid) => `S-1-5-32-${rid}`));

/**
 * Judges an account as the directory shows it, for whoever starts something; pure. Deny beats allow: block list first, and
 * nothing is offered to whom no user configuration offers anything.
 */
export function judgeEligibility(account: Judged, rules: Rulebook, now: number): Eligibility {
  const reason = ineligibility(account, rules, now);
  if (reason) return { kind: 'ineligible', reason };
  const match = matchOf(account, rules.document.userConfigurations);
  const offers = match && Object.values(match.userConfiguration.actions).some(({ offered }) => offered);
  return offers ? { kind: 'eligible', match } : { kind: 'ineligible', reason: 'not-offered' };
}

/**
 * Why an account may not be touched; asked again at the moment of change, on the domain controller that makes it. Privileged
 * accounts are refused here, whatever the directory's ACL would let through: a new admin keeps the old ACL for up to an hour.
 */
export function ineligibility(
  account: Judged,
  { eligibility, document }: Rulebook,
  now: number,
): Ineligibility | undefined {
  if (blockedBy(account, document.blockList, now)) return 'blocked';
  if (isOwnAccount(account, eligibility)) return 'own-account';
  if (privilegeOf(account, eligibility)) return 'privileged';
  return eligibility.bases.some((base) => isUnderInDomain(account.distinguishedName, base))
    ? undefined
    : 'out-of-scope';
}

/** Whether it is one of the product's own accounts. */
export const isOwnAccount = (
  { person, username }: Pick<Account, 'person' | 'username'>,
  { ownAccounts }: Pick<EligibilityRules, 'ownAccounts'>,
): boolean =>
  ownAccounts.some((name) => name.toLowerCase() === `${person.domain}\\${username}`.toLowerCase());

/** What makes an account a privileged one. */
export type Privilege =
  | { readonly by: 'admin-count' | 'service-principal-name' | 'machine' }
  /** The SID, its own, a group's, or one that it had in another domain. */
  | { readonly by: 'sid'; readonly sid: string };

/** What makes an account a privileged one; undefined for an ordinary one. Pure. */
export function privilegeOf(
  account: Judged,
  { protectedGroups }: Pick<EligibilityRules, 'protectedGroups'>,
): Privilege | undefined {
  if (account.adminCount) return { by: 'admin-count' };
  if (account.hasServicePrincipalName) return { by: 'service-principal-name' };
  if (isMachine(account.username)) return { by: 'machine' };
  const isProtected = protectedSids({ protectedGroups });
  const sid = [account.sid, ...account.groups, ...account.formerSids].find(isProtected);
  return sid === undefined ? undefined : { by: 'sid', sid };
}

/** Computers, gMSAs and trusts end with a dollar sign; a read-only domain controller's own krbtgt has an ordinary RID. */
const isMachine = (username: string): boolean => username.endsWith('$') || /^krbtgt_\d+$/i.test(username);

/** Tells the SIDs of accounts and groups that make privileged from all others. */
export function protectedSids({
  protectedGroups,
}: Pick<EligibilityRules, 'protectedGroups'>): (sid: string) => boolean {
  const named = new Set(protectedGroups.map((sid) => sid.toUpperCase()));
  return (sid) => PROTECTED_BUILTIN.has(sid) || named.has(sid) || PROTECTED_RIDS.has(ridInADomain(sid));
}

/**
 * The groups that make their members privileged, as far as they can be named: the builtin ones, the further ones, and those of every
 * domain of which some SID is known. For lists, which tell the members of groups that are asked for. Pure.
 */
export function protectedGroupSids(
  { protectedGroups }: Pick<EligibilityRules, 'protectedGroups'>,
  known: readonly string[],
): readonly string[] {
  const domains = new Set(known.flatMap((sid) => /^S-1-5-21-\d+-\d+-\d+(?=-\d+$)/i.exec(sid)?.[0] ?? []));
  const ofDomains = [...domains].flatMap((domain) =>
    [...PROTECTED_RIDS].map((rid) => `${domain.toUpperCase()}-${String(rid)}`),
  );
  return [...PROTECTED_BUILTIN, ...protectedGroups, ...ofDomains];
}

/** The RID of a SID in any domain (S-1-5-21-a-b-c-RID), else NaN: a forest's Enterprise Admins live in its root domain. */
const ridInADomain = (sid: string): number =>
  Number(/^S-1-5-21-\d+-\d+-\d+-(\d+)$/.exec(sid)?.[1] ?? Number.NaN);
