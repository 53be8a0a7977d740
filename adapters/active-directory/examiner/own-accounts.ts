import type { OwnAccountFacts } from '../../../domain/health/account-facts.ts';
import type { Connection } from '../connection.ts';
import type { Looking } from './controller-examination.ts';
import { type FoundAccount, readOwnAccount } from './own-account-reading.ts';
import type { SignedInOrNot } from './own-sign-in.ts';

/** Our accounts in a domain, as far as the one that could sign in sees them; those that take turns with the self-service one as well. */
export async function ownAccounts(
  { domain }: Looking,
  eyes: Connection | undefined,
  signedIn: { readonly dataProxy: SignedInOrNot; readonly selfService: SignedInOrNot },
): Promise<readonly OwnAccountFacts[]> {
  const found = async (username: string | undefined): Promise<FoundAccount | undefined> =>
    eyes && username !== undefined ? readOwnAccount(eyes, domain, username) : undefined;
  const facts = async (
    role: 'data-proxy' | 'self-service',
    { username, signIn }: SignedInOrNot,
  ): Promise<OwnAccountFacts> => {
    const account = await found(username);
    const sam = account?.username ?? (username === undefined ? '' : leftPart(username));
    return {
      name: sam === '' ? `${domain.netbiosName}: the ${role} account` : `${domain.netbiosName}\\${sam}`,
      username: sam,
      role,
      signIn,
      ...(eyes && username !== undefined && { shown: account?.shown ?? 'nobody' }),
    };
  };
  const both = [
    await facts('data-proxy', signedIn.dataProxy),
    await facts('self-service', signedIn.selfService),
  ];
  const known = new Set(both.map(({ username }) => username.toLowerCase()));
  const alternates: OwnAccountFacts[] = [];
  for (const username of domain.repairAccounts) {
    if (known.has(username.toLowerCase())) continue;
    const account = await found(username);
    const name = `${domain.netbiosName}\\${username}`;
    alternates.push({
      name,
      username,
      role: 'alternate',
      ...(eyes && { shown: account?.shown ?? 'nobody' }),
    });
  }
  return [...both, ...alternates];
}

/** `svc` of `CORP\svc`, `svc@corp.example`, `CN=svc,…` and `svc`. */
const leftPart = (username: string): string =>
  (/^[^=]+=((?:\\.|[^,])+)/su.exec(username)?.[1] ?? username.split('\\').at(-1) ?? '').split('@')[0] ?? '';
