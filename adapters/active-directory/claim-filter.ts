import { AndFilter, EqualityFilter, type Filter, OrFilter } from 'ldapts';
import type { Claim } from '../../domain/recovery/claim.ts';
import type { CheckedDomain } from './domain-settings.ts';

/** People's accounts: neither computers (objectClass user too) nor contacts (category person too). */
export const isPerson = (): Filter => new AndFilter({ filters: personFilters() });

/** As `isPerson`, to be joined with more; and no trust accounts, which are `person` and `user` too (MS-SAMR 2.2.1.9). */
export const isOrdinaryPerson = (): Filter[] => [
  ...personFilters(),
  new EqualityFilter({ attribute: 'sAMAccountType', value: '805306368' }),
];

const personFilters = (): Filter[] => [
  new EqualityFilter({ attribute: 'objectCategory', value: 'person' }),
  new EqualityFilter({ attribute: 'objectClass', value: 'user' }),
];

/**
 * The accounts a claim may name. Filter objects, not text: what somebody typed stays a value, whatever is in it. A user
 * principal name is also looked for as the implicit one, sAMAccountName at the domain's DNS name.
 */
export function claimFilter(claim: Claim, domain: CheckedDomain): Filter {
  const names = claim.kind === 'account-name' ? [accountName(claim.name)] : principalNames(claim.upn, domain);
  return new AndFilter({ filters: [isPerson(), new OrFilter({ filters: names })] });
}

/** Whether a claim can be of this domain: `DOMAIN\name` only by its NetBIOS or DNS name. */
export const isOfDomain = (claim: Claim, { netbiosName, dnsName }: CheckedDomain): boolean =>
  claim.kind !== 'account-name' ||
  claim.domain === undefined ||
  [netbiosName, dnsName].some((name) => name.toUpperCase() === claim.domain?.toUpperCase());

function principalNames(upn: string, { dnsName }: CheckedDomain): Filter[] {
  const explicit = new EqualityFilter({ attribute: 'userPrincipalName', value: upn });
  const at = upn.lastIndexOf('@');
  const implicit = upn.slice(at + 1).toLowerCase() === dnsName.toLowerCase();
  return implicit ? [explicit, accountName(upn.slice(0, at))] : [explicit];
}

const accountName = (name: string): Filter =>
  new EqualityFilter({ attribute: 'sAMAccountName', value: name });
