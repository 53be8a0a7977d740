import { AndFilter, EqualityFilter, type Filter, NotFilter, OrFilter } from 'ldapts';
import type { ClaimForms } from '../../domain/recovery/claim-forms.ts';
import type { Claim } from '../../domain/recovery/claim.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { filledTemplate } from './filter-template.ts';

type Names = Pick<CheckedDomain, 'netbiosName' | 'dnsName'>;

/** How claims are taken in one domain. */
export interface ClaimReading {
  readonly forms: ClaimForms;
  /** Of the search form. */
  readonly template?: string;
  /** Whether a bare user name is of this domain. */
  readonly isDefault: boolean;
}

/** People's accounts: neither computers (objectClass user too) nor contacts (category person too). */
export const isPerson = (): Filter => new AndFilter({ filters: personFilters() });

/** As `isPerson`, to be joined with more; and no trust accounts, which are `person` and `user` too (MS-SAMR 2.2.1.9). */
export const isOrdinaryPerson = (): Filter[] => [...personFilters(), equals('sAMAccountType', '805306368')];

const equals = (attribute: string, value: string): Filter => new EqualityFilter({ attribute, value });

const isUser = (): Filter => equals('objectClass', 'user');

const personFilters = (): Filter[] => [equals('objectCategory', 'person'), isUser()];

/**
 * The accounts of one domain that a claim may name. Filter objects, not text: what somebody typed stays a value, whatever
 * is in it. A claim of a form that is off, or of another domain, gives a filter that fits nobody: the same search is made.
 */
export function claimFilter(claim: Claim, domain: Names, reading: ClaimReading): Filter {
  const names = namesOf(claim, domain, reading);
  const named =
    names.length > 0 ? new OrFilter({ filters: [...names] }) : new NotFilter({ filter: isUser() });
  return new AndFilter({ filters: [isPerson(), named] });
}

/** Whether a claim can be of this domain: `DOMAIN\name` only by its NetBIOS or DNS name. */
export const isOfDomain = (claim: Claim, { netbiosName, dnsName }: Names): boolean =>
  claim.kind !== 'account-name' ||
  claim.domain === undefined ||
  [netbiosName, dnsName].some((name) => name.toUpperCase() === claim.domain?.toUpperCase());

function namesOf(
  claim: Claim,
  domain: Names,
  { forms, isDefault, template }: ClaimReading,
): readonly Filter[] {
  if (claim.kind === 'attributes')
    return template === undefined ? [] : [filledTemplate(template, claim.values)];
  if (claim.kind === 'user-principal-name')
    return [
      ...(forms.principalName ? principalNames(claim.upn, domain) : []),
      ...(forms.mail ? [equals('mail', claim.upn)] : []),
    ];
  if (claim.domain !== undefined)
    return forms.domainName && isOfDomain(claim, domain) ? [accountName(claim.name)] : [];
  return [
    ...(forms.bareName && isDefault ? [accountName(claim.name)] : []),
    ...(forms.employeeNumber === undefined ? [] : [equals(forms.employeeNumber, claim.name)]),
  ];
}

/** The explicit user principal name, whatever its suffix, and the implicit one: sAMAccountName at the domain's DNS name. */
function principalNames(upn: string, { dnsName }: Names): readonly Filter[] {
  const explicit = equals('userPrincipalName', upn);
  const at = upn.lastIndexOf('@');
  const isImplicit = upn.slice(at + 1).toLowerCase() === dnsName.toLowerCase();
  return isImplicit ? [explicit, accountName(upn.slice(0, at))] : [explicit];
}

const accountName = (name: string): Filter => equals('sAMAccountName', name);
