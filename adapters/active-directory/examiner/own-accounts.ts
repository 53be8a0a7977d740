import type { OwnAccountFacts } from '../../../domain/health/account-facts.ts';
import type { Connection } from '../connection.ts';
import type { CheckedDomain } from '../domain-settings.ts';
import type { Looking } from './controller-examination.ts';
import { readOwnAccount } from './own-account-reading.ts';
import type { SignedInOrNot } from './own-sign-in.ts';

interface RoleOf {
  readonly role: OwnAccountFacts['role'];
  /** The one in use, by its secret. */
  readonly inUse: SignedInOrNot;
  /** sAMAccountNames of those that take turns, by the settings. */
  readonly named: readonly string[];
}

/** Our accounts in a domain, as far as the one that could sign in sees them: those in use first, then those that rest. */
export async function ownAccounts(
  { domain }: Looking,
  eyes: Connection | undefined,
  signedIn: { readonly dataProxy: SignedInOrNot; readonly selfService: SignedInOrNot },
): Promise<readonly OwnAccountFacts[]> {
  const roles: readonly RoleOf[] = [
    { role: 'data-proxy', inUse: signedIn.dataProxy, named: domain.readAccounts },
    { role: 'self-service', inUse: signedIn.selfService, named: domain.repairAccounts },
  ];
  const inUse: OwnAccountFacts[] = [];
  for (const role of roles) inUse.push(await accountInUse(domain, eyes, role));
  const known = new Set(inUse.map(({ username }) => username.toLowerCase()));
  const resting: OwnAccountFacts[] = [];
  for (const { role, named } of roles)
    for (const username of named)
      if (!known.has(username.toLowerCase()))
        resting.push(await restingAccount(domain, eyes, { role, username }));
  return [...inUse, ...resting];
}

async function accountInUse(
  domain: CheckedDomain,
  eyes: Connection | undefined,
  { role, inUse: { username, signIn }, named }: RoleOf,
): Promise<OwnAccountFacts> {
  const found = eyes && username !== undefined ? await readOwnAccount(eyes, domain, username) : undefined;
  const sam = found?.username ?? (username === undefined ? '' : leftPart(username));
  return {
    name: sam === '' ? `${domain.netbiosName}: the ${role} account` : `${domain.netbiosName}\\${sam}`,
    username: sam,
    role,
    ...(named.length > 1 && { rotatedEveryDays: domain.rotatedEveryDays }),
    signIn,
    ...(eyes && username !== undefined && { shown: found?.shown ?? 'nobody' }),
  };
}

async function restingAccount(
  domain: CheckedDomain,
  eyes: Connection | undefined,
  { role, username }: Pick<OwnAccountFacts, 'role' | 'username'>,
): Promise<OwnAccountFacts> {
  const name = `${domain.netbiosName}\\${username}`;
  const found = eyes && (await readOwnAccount(eyes, domain, username));
  return { name, username, role, resting: true, ...(eyes && { shown: found?.shown ?? 'nobody' }) };
}

/** `svc` of `CORP\svc`, `svc@corp.example`, `CN=svc,…` and `svc`. */
const leftPart = (username: string): string =>
  (/^[^=]+=((?:\\.|[^,])+)/su.exec(username)?.[1] ?? username.split('\\').at(-1) ?? '').split('@')[0] ?? '';
