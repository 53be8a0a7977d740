import type { Person } from '../person.ts';
import type { Configuration } from '../policy/configuration.ts';
import { hasSuffix, isCalled } from '../policy/known-domain.ts';
import type { Ports } from '../ports/index.ts';
import { claimText, type Claim } from './claim.ts';
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
  const spelled = oneSpelling(claim, configuration);
  const name = claimText(spelled);
  // No claim has a line break.
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

/** A person's spellings share their counters; so must a stranger's, or the difference tells who exists. */
function oneSpelling(claim: Claim, { defaultDomain, domains }: Configuration): Claim {
  if (claim.kind === 'account-name') {
    const { domain = defaultDomain } = claim;
    const called = domains.find((known) => isCalled(known, domain));
    return { ...claim, domain: called?.netbiosName ?? domain };
  }
  const [name = '', suffix = ''] = claim.upn.split('@');
  const suffixed = domains.filter((known) => hasSuffix(known, suffix));
  const [only] = suffixed.length === 1 ? suffixed : [];
  return only ? { kind: 'account-name', domain: only.netbiosName, name } : claim;
}
