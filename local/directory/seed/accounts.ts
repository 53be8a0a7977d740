import type { CastDomain, CastMember, CastServiceAccount } from '../../people.ts';
import { rdn } from '../distinguished-name.ts';
import { UAC } from '../entry.ts';
import type { AccountState, Entry } from '../entry.ts';
import { NEVER, ticks } from '../filetime.ts';
import type { Filetime } from '../filetime.ts';
import { entryOf } from './entry-of.ts';
import { freshState } from './fresh-state.ts';
import type { SeedAccount } from './seed-account.ts';
import { domainSid, FIRST_RID, RID } from './identifiers.ts';
import { ownAccounts } from './own-accounts.ts';

const DAY = 86_400_000;

/** Every account: AD's own, the service accounts, the cast. `now` is what the ages are counted from. */
export function accounts(
  domain: CastDomain,
  cast: readonly CastMember[],
  now: Filetime,
): readonly SeedAccount[] {
  return [
    ...ownAccounts(domain, now),
    ...serviceAccountsOf(domain).map((service, i) =>
      serviceAccount(domain, service, FIRST_RID.service + i, now),
    ),
    ...cast.map((member, i) => ({
      entry: personEntry(domain, member, FIRST_RID.person + i),
      state: personState(domain, member, now),
      memberOf: member.groups,
    })),
  ];
}

const serviceAccountsOf = (domain: CastDomain): readonly CastServiceAccount[] => [
  domain.reader,
  domain.resetter,
  domain.readerAlternate,
  domain.resetterAlternate,
];

function personState(domain: CastDomain, member: CastMember, now: Filetime): AccountState {
  const settings = domain.passwordSettings.find(({ name }) => name === member.pso) ?? domain.rules;
  const days = member.passwordExpired ? 200 : member.neverExpires ? 730 : 20;
  const ageMs =
    member.passwordExpiresInDays === undefined
      ? days * DAY
      : settings.maximumAgeMs - member.passwordExpiresInDays * DAY;
  // AD replaces the password of a smart-card account by a random one when the box is ticked.
  const state = freshState(member.smartCard ? undefined : member.password, now, ageMs);
  return {
    ...state,
    userAccountControl:
      UAC.normalAccount |
      (member.disabled ? UAC.disabled : 0) |
      (member.neverExpires ? UAC.neverExpires : 0) |
      (member.smartCard ? UAC.smartCardRequired : 0),
    accountExpires: member.accountExpired ? now - ticks(30 * DAY) : NEVER,
    passwordLastSet: member.mustChange ? 0n : state.passwordLastSet,
    lockoutTime: member.locked ? now : 0n,
    badPasswordCount: member.locked ? settings.lockoutThreshold : 0,
    badPasswordTime: member.locked ? now : 0n,
    stamped: member.adminCount ?? false,
    cannotChangePassword: member.cannotChangePassword ?? false,
  };
}

function personEntry(domain: CastDomain, member: CastMember, rid: number): Entry {
  const attributes = {
    cn: member.displayName,
    displayName: member.displayName,
    givenName: member.givenName,
    sn: member.surname,
    sAMAccountName: member.username,
    userPrincipalName: member.upn,
    mail: member.mail,
    mobile: member.mobile,
    employeeID: member.employeeId,
    logonHours: member.logonHours,
    sIDHistory: member.formerSids,
    preferredLanguage: member.preferredLanguage,
    primaryGroupID: String(RID.domainUsers),
  };
  const identity = { sid: domainSid(domain, rid), identity: `${domain.guidSeed}account ${member.username}` };
  return entryOf(
    'user',
    `${rdn('CN', member.displayName)},${member.ou},${domain.base}`,
    attributes,
    identity,
  );
}

function serviceAccount(
  domain: CastDomain,
  service: CastServiceAccount,
  rid: number,
  now: Filetime,
): SeedAccount {
  const attributes = {
    cn: service.username,
    displayName: service.displayName,
    description: service.description,
    sAMAccountName: service.username,
    userPrincipalName: service.upn,
    primaryGroupID: String(RID.domainUsers),
  };
  const identity = { sid: domainSid(domain, rid), identity: `${domain.guidSeed}account ${service.username}` };
  return {
    entry: entryOf(
      'user',
      `${rdn('CN', service.username)},${service.ou},${domain.base}`,
      attributes,
      identity,
    ),
    state: {
      ...freshState(service.password, now, 10 * DAY),
      userAccountControl: UAC.normalAccount | UAC.neverExpires,
    },
    memberOf: [],
  };
}
