import type { Entry } from 'ldapts';
import { Failure } from '../../domain/failure.ts';
import type { Account } from '../../domain/ports/account.ts';
import { deniesChangePassword } from './access/denies-change-password.ts';
import { bytes, text, texts } from './entry.ts';
import { fromFiletime } from './filetime.ts';
import { guidText } from './guid.ts';
import { isOutsideLogonHours } from './logon-hours.ts';
import { sidText } from './sid.ts';

/** What is read of an account. tokenGroups only comes with a base-scope search. */
export const ACCOUNT_ATTRIBUTES = [
  'objectGUID',
  'objectSid',
  'sAMAccountName',
  'displayName',
  'userPrincipalName',
  'mail',
  'mobile',
  'preferredLanguage',
  'userAccountControl',
  'msDS-User-Account-Control-Computed',
  'lockoutTime',
  'accountExpires',
  'logonHours',
  'pwdLastSet',
  'msDS-UserPasswordExpiryTimeComputed',
  'badPwdCount',
  'badPasswordTime',
  'adminCount',
  'servicePrincipalName',
  'sIDHistory',
  'tokenGroups',
  'nTSecurityDescriptor',
];

/** Bits of userAccountControl (MS-ADTS 2.2.16). */
export const DISABLED = 0x2;
const SMARTCARD_REQUIRED = 0x40000;
/** Bits of msDS-User-Account-Control-Computed (MS-ADTS 3.1.1.4.5.17): the truth of this moment. */
const LOCKED_OUT = 0x10;
const PASSWORD_EXPIRED = 0x800000;

/**
 * Turns what one domain controller said into an Account. Throws Failure `directory-misbehaved` when what a decision
 * about privileges rests on is missing: an account without groups must not pass for an ordinary one.
 */
export function accountOf(
  entry: Entry,
  netbiosName: string,
  domainController: string,
): Omit<Account, 'filters'> {
  const guid = guidText(bytes(entry, 'objectGUID')[0] ?? Buffer.alloc(0));
  const sid = sidText(bytes(entry, 'objectSid')[0] ?? Buffer.alloc(0));
  const groups = bytes(entry, 'tokenGroups').map((group) => sidText(group));
  const formerSids = bytes(entry, 'sIDHistory').map((former) => sidText(former));
  const username = text(entry, 'sAMAccountName');
  if (!guid || !sid || !username || groups.length === 0 || [...groups, ...formerSids].includes(undefined))
    throw new Failure(
      'directory-misbehaved',
      `${domainController} does not show objectGUID, objectSid, sAMAccountName, tokenGroups or sIDHistory of ${guid ?? 'an account'}`,
    );
  return {
    person: { domain: netbiosName, guid },
    distinguishedName: entry.dn,
    username,
    ...addresses(entry, username),
    domainController,
    ...conditionOf(entry),
    sid,
    formerSids: formerSids.filter((former) => former !== undefined),
    groups: groups.filter((group) => group !== undefined),
  };
}

function addresses(entry: Entry, username: string) {
  const userPrincipalName = text(entry, 'userPrincipalName');
  const mail = text(entry, 'mail');
  const mobile = text(entry, 'mobile');
  const preferredLanguage = text(entry, 'preferredLanguage');
  return {
    displayName: text(entry, 'displayName') ?? username,
    ...(userPrincipalName !== undefined && { userPrincipalName }),
    ...(mail !== undefined && { mail }),
    ...(mobile !== undefined && { mobile }),
    ...(preferredLanguage !== undefined && { preferredLanguage }),
  };
}

/** How an account stands, as far as its entry was read. */
export function conditionOf(entry: Entry) {
  const control = Number(text(entry, 'userAccountControl') ?? '0');
  const computed = Number(text(entry, 'msDS-User-Account-Control-Computed') ?? '0');
  const passwordLastSet = text(entry, 'pwdLastSet') ?? '0';
  const now = Date.now();
  const accountExpiresAt = fromFiletime(text(entry, 'accountExpires'));
  const passwordExpiresAt = fromFiletime(text(entry, 'msDS-UserPasswordExpiryTimeComputed'));
  const badPasswordAt = fromFiletime(text(entry, 'badPasswordTime'));
  return {
    locked: (computed & LOCKED_OUT) !== 0,
    lockoutTime: text(entry, 'lockoutTime') ?? '0',
    disabled: (control & DISABLED) !== 0,
    accountExpired: accountExpiresAt !== undefined && accountExpiresAt <= now,
    ...(accountExpiresAt !== undefined && { accountExpiresAt }),
    smartCardRequired: (control & SMARTCARD_REQUIRED) !== 0,
    outsideLogonHours: isOutsideLogonHours(bytes(entry, 'logonHours')[0], now),
    cannotChangePassword: bytes(entry, 'nTSecurityDescriptor').some(deniesChangePassword),
    mustChangePassword: passwordLastSet === '0',
    passwordExpired: (computed & PASSWORD_EXPIRED) !== 0 && passwordLastSet !== '0',
    passwordLastSet,
    ...(passwordExpiresAt !== undefined && { passwordExpiresAt }),
    badPasswordCount: Number(text(entry, 'badPwdCount') ?? '0'),
    ...(badPasswordAt !== undefined && { badPasswordAt }),
    adminCount: Number(text(entry, 'adminCount') ?? '0') > 0,
    hasServicePrincipalName: texts(entry, 'servicePrincipalName').length > 0,
  };
}
