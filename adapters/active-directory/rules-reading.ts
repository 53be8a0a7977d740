import type { Entry } from 'ldapts';
import { Failure } from '../../domain/failure.ts';
import type { PasswordRules } from '../../domain/ports/password-rules.ts';
import type { Connection } from './connection.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { text } from './entry.ts';
import { fromDuration } from './filetime.ts';

/** Under which names the rules are kept. */
interface RuleNames {
  readonly minimumLength: string;
  readonly historyLength: string;
  readonly minimumAge: string;
  readonly maximumAge: string;
  readonly lockoutThreshold: string;
  readonly lockoutWindow: string;
  readonly lockoutDuration: string;
  readonly complexity: string;
}

const DOMAIN_HEAD: RuleNames = {
  minimumLength: 'minPwdLength',
  historyLength: 'pwdHistoryLength',
  minimumAge: 'minPwdAge',
  maximumAge: 'maxPwdAge',
  lockoutThreshold: 'lockoutThreshold',
  lockoutWindow: 'lockOutObservationWindow',
  lockoutDuration: 'lockoutDuration',
  complexity: 'pwdProperties',
};

/** MS-ADTS 3.1.1.4.5.36 and the msDS-PasswordSettings class. */
const SETTINGS_OBJECT: RuleNames = {
  minimumLength: 'msDS-MinimumPasswordLength',
  historyLength: 'msDS-PasswordHistoryLength',
  minimumAge: 'msDS-MinimumPasswordAge',
  maximumAge: 'msDS-MaximumPasswordAge',
  lockoutThreshold: 'msDS-LockoutThreshold',
  lockoutWindow: 'msDS-LockoutObservationWindow',
  lockoutDuration: 'msDS-LockoutDuration',
  complexity: 'msDS-PasswordComplexityEnabled',
};

/**
 * The rules in force for the account of that name: those of the settings object AD says applies, else the domain's.
 * Ordinary accounts may not read settings objects; then the domain's are given, and said not to be the real ones.
 */
export async function readRules(
  connection: Connection,
  { baseDn }: CheckedDomain,
  accountName: string,
): Promise<PasswordRules> {
  const account = await connection.readEntry(accountName, { attributes: ['msDS-ResultantPSO'] });
  const settingsDn = account && text(account, 'msDS-ResultantPSO');
  const settings = settingsDn && (await readNamed(connection, settingsDn, SETTINGS_OBJECT));
  if (settings)
    return { source: leafName(settingsDn), readable: true, ...rulesOf(settings, SETTINGS_OBJECT) };

  const head = await readNamed(connection, baseDn, DOMAIN_HEAD);
  if (!head)
    throw new Failure('directory-misbehaved', `${connection.url} shows no password rules at ${baseDn}`);
  const rules = rulesOf(head, DOMAIN_HEAD);
  return settingsDn
    ? { source: leafName(settingsDn), readable: false, ...rules }
    : { source: 'domain', readable: true, ...rules };
}

/** The object with its rules; undefined when there is none, or its rules may not be read. */
async function readNamed(connection: Connection, dn: string, names: RuleNames): Promise<Entry | undefined> {
  const entry = await connection.readEntry(dn, { attributes: Object.values(names) });
  return entry && text(entry, names.minimumLength) !== undefined ? entry : undefined;
}

function rulesOf(entry: Entry, names: RuleNames): Omit<PasswordRules, 'source' | 'readable'> {
  const count = (name: string): number => Number(text(entry, name) ?? '0');
  const duration = (name: string): number => fromDuration(text(entry, name));
  return {
    minimumLength: count(names.minimumLength),
    complexity: isComplex(text(entry, names.complexity)),
    historyLength: count(names.historyLength),
    minimumAgeMs: duration(names.minimumAge),
    maximumAgeMs: duration(names.maximumAge),
    lockoutThreshold: count(names.lockoutThreshold),
    lockoutWindowMs: duration(names.lockoutWindow),
    lockoutDurationMs: duration(names.lockoutDuration),
  };
}

/** TRUE in a settings object; bit DOMAIN_PASSWORD_COMPLEX of pwdProperties on the domain head (MS-SAMR 2.2.1.3). */
const isComplex = (value: string | undefined): boolean =>
  value === 'TRUE' || (Number(value ?? '0') & 1) !== 0;

/** The leaf's value in a DN, its escapes taken off (RFC 4514 §2.4). */
function leafName(dn: string): string {
  const value = /^[^=]+=((?:\\.|[^,\\])*)/su.exec(dn)?.[1] ?? dn;
  return value.replace(/\\([^0-9a-f])/giu, '$1');
}
