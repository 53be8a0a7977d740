import type { Person } from '../person.ts';
import type { Configuration } from '../policy/configuration.ts';
import { hasSuffix, isCalled } from '../policy/known-domain.ts';
import type { Ports } from '../ports/index.ts';
import { claimText, type Claim } from './claim.ts';
import type { ClaimForms } from './claim-forms.ts';
import { claimedDomains } from './claimed-domains.ts';

/**
 * The person a stranger's flow is about: nobody, but always the same nobody for the same name. Its guid is a keyed
 * digest, so it looks like any other and cannot be told from one without the key. Decided once, at the start; nothing later knows.
 * Behind another door than people's it is another nobody: what was tried at one says nothing at the other.
 */
export async function decoyPerson(
  { mac }: Pick<Ports, 'mac'>,
  claim: Claim,
  configuration: Configuration,
  door = '',
): Promise<Person> {
  const { spelled, name } = oneSpelling(claim, configuration);
  // No name has a line break.
  const digest = await mac.quickTag('decoy', door === '' ? name : `${name}\n${door}`);
  const hex = Array.from(atob(digest.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0).toString(16).padStart(2, '0'),
  ).join('');
  const guid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
  // Any of the domains it is looked for in, as a person's would be: steady, for it hangs on the same digest.
  const claimed = claimedDomains(spelled, configuration.claims, configuration.domains);
  const { netbiosName: domain } = claimed[Number.parseInt(hex.slice(-2), 16) % claimed.length] ?? {
    netbiosName: configuration.defaultDomain,
  };
  return { domain, guid };
}

interface Spelling {
  readonly spelled: Claim;
  /** One for all spellings that would be of one person. */
  readonly name: string;
}

/**
 * A person's spellings share their counters and their questions; so must a stranger's, or the difference tells who exists. As
 * much as can be said without asking the directory: what has a form that is off never is of anybody, and so is not of the
 * same nobody as what may be.
 */
function oneSpelling(claim: Claim, configuration: Configuration): Spelling {
  const spelled = inOneDomain(claim, configuration);
  const name = alike(claimText(spelled));
  return isOff(claim, configuration.claims) ? { spelled, name: `\n${name}` } : { spelled, name };
}

function inOneDomain(claim: Claim, { defaultDomain, domains, claims }: Configuration): Claim {
  if (claim.kind === 'attributes') return claim;
  if (claim.kind === 'account-name') {
    if (claim.domain === undefined && isNoUsername(claim.name, claims)) return claim;
    const { domain = defaultDomain } = claim;
    const called = domains.find((known) => isCalled(known, domain));
    return { ...claim, domain: called?.netbiosName ?? domain };
  }
  if (!claims.principalName) return claim;
  const at = claim.upn.lastIndexOf('@');
  const [name, suffix] = [claim.upn.slice(0, at), claim.upn.slice(at + 1)];
  // The implicit name is always there; of the others most begin with the user name.
  const implicit = domains.find(({ dnsName }) => dnsName === suffix);
  const suffixed = domains.filter((known) => hasSuffix(known, suffix));
  const only = implicit ?? (suffixed.length === 1 ? suffixed[0] : undefined);
  return only ? { kind: 'account-name', domain: only.netbiosName, name } : claim;
}

/** Digits are an employee number sooner than a user name, and that may be anybody's of any domain. */
const isNoUsername = (name: string, { bareName, employeeNumber }: ClaimForms): boolean =>
  !bareName || (employeeNumber !== undefined && /^\d+$/.test(name));

/** Whether no one can be named in this way. */
function isOff(claim: Claim, forms: ClaimForms): boolean {
  // A form that is off is read as nothing before it comes here.
  if (claim.kind === 'attributes') return false;
  if (claim.kind === 'user-principal-name') return !forms.principalName && !forms.mail;
  if (claim.domain !== undefined) return !forms.domainName;
  return !forms.bareName && forms.employeeNumber === undefined;
}

/**
 * As Active Directory compares: whatever the accents, and whichever kana (MS-ADTS 6.5, NORM_IGNORENONSPACE, NORM_IGNOREKANATYPE).
 * Case and width are alike in every claim.
 */
const alike = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
