import { AndFilter, EqualityFilter, type Filter, OrFilter } from 'ldapts';
import { Failure } from '../../domain/failure.ts';
import type { Connection } from './connection.ts';
import type { CheckedDomain } from './domain-settings.ts';

/**
 * The distinguished name of one of our own accounts, by the user name that its secret has for it. Failure
 * `directory-misbehaved` when the domain shows none of that name, or several.
 */
export async function ownAccountName(
  connection: Connection,
  domain: CheckedDomain,
  username: string,
): Promise<string> {
  if (isDistinguishedName(username)) return username;
  const found = await connection.search(domain.baseDn, {
    scope: 'sub',
    filter: ownAccountFilter(username, domain),
    attributes: ['1.1'],
    sizeLimit: 2,
  });
  const [only, another] = found;
  if (only && !another) return only.dn;
  throw new Failure(
    'directory-misbehaved',
    `${connection.url} shows ${only ? 'several accounts' : 'no account'} called ${username} below ${domain.baseDn}; ` +
      'write its user name into the secret as name@domain, and look at base DN and read rights',
  );
}

const isDistinguishedName = (username: string): boolean => username.includes('=');

/** `CORP\name`, a bare name, an explicit user principal name, or the implicit one: sAMAccountName at the domain's name. */
function ownAccountFilter(
  username: string,
  { netbiosName, dnsName }: Pick<CheckedDomain, 'netbiosName' | 'dnsName'>,
): Filter {
  const at = username.lastIndexOf('@');
  const suffix = username.slice(at + 1).toLowerCase();
  const isImplicit = [netbiosName, dnsName].some((name) => name.toLowerCase() === suffix);
  const names =
    at < 0
      ? [equals('sAMAccountName', username.replace(/^.*\\/u, ''))]
      : [
          equals('userPrincipalName', username),
          ...(isImplicit ? [equals('sAMAccountName', username.slice(0, at))] : []),
        ];
  return new AndFilter({ filters: [equals('objectClass', 'user'), new OrFilter({ filters: names })] });
}

const equals = (attribute: string, value: string): Filter => new EqualityFilter({ attribute, value });
