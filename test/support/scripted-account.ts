import type { Account } from '../../domain/ports/account.ts';
import type { PasswordRules } from '../../domain/ports/password-rules.ts';

export const DOMAIN = 'CORP';
export const CONTROLLER = 'ldaps://dc1.corp.example';
export const STAFF = 'OU=Staff,DC=corp,DC=example';
const DOMAIN_SID = 'S-1-5-21-1004336348-1177238915-682003330';

/** A SID of the scripted domain. */
export const sidOf = (rid: number): string => `${DOMAIN_SID}-${String(rid)}`;

/** A moment as Active Directory writes it: 100 ns since 1601. */
export const filetime = (ms: number): string => String((BigInt(ms) + 11_644_473_600_000n) * 10_000n);

/** Rules as an ordinary domain has them; complexity, ten characters, three bad tries lock. */
export const RULES: PasswordRules = {
  source: 'domain',
  readable: true,
  minimumLength: 10,
  complexity: true,
  historyLength: 5,
  minimumAgeMs: 0,
  maximumAgeMs: 0,
  lockoutThreshold: 5,
  lockoutWindowMs: 30 * 60_000,
  lockoutDurationMs: 30 * 60_000,
};

/** An ordinary account of the staff; `changes` tell what is special about it. */
export const anAccount = (username: string, changes: Partial<Account> = {}): Account => ({
  person: { domain: DOMAIN, guid: guidFor(username) },
  distinguishedName: `CN=${username},${STAFF}`,
  username,
  displayName: 'Robin Example',
  userPrincipalName: `${username}@corp.example`,
  domainController: CONTROLLER,
  locked: false,
  lockoutTime: '0',
  disabled: false,
  accountExpired: false,
  smartCardRequired: false,
  outsideLogonHours: false,
  cannotChangePassword: false,
  mustChangePassword: false,
  passwordExpired: false,
  passwordLastSet: '133123456789012345',
  badPasswordCount: 0,
  adminCount: false,
  hasServicePrincipalName: false,
  sid: sidOf(1105),
  formerSids: [],
  groups: [sidOf(513)],
  filters: [],
  ...changes,
});

/** The same guid for the same name, so that tests may say it again. */
function guidFor(username: string): string {
  const hex = Buffer.from(username.padEnd(16, '.')).toString('hex').slice(0, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
