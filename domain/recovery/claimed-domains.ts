import { hasSuffix, isCalled, type KnownDomain } from '../policy/known-domain.ts';
import type { ClaimForms } from './claim-forms.ts';
import type { Claim } from './claim.ts';

/**
 * The domains in which a claim is looked for, the first of `domains` being the default one; never none, so that every
 * claim costs a search. It follows from what was typed alone, never from who exists; pure.
 */
export function claimedDomains<D extends KnownDomain>(
  claim: Claim,
  forms: ClaimForms,
  domains: readonly D[],
): readonly D[] {
  const byDefault = domains.slice(0, 1);
  if (claim.kind === 'attributes') return domains;
  if (claim.kind === 'account-name') {
    const { domain } = claim;
    if (domain === undefined) return forms.employeeNumber === undefined ? byDefault : domains;
    const called = domains.filter((known) => isCalled(known, domain));
    return called.length > 0 ? called : byDefault;
  }
  const suffix = claim.upn.slice(claim.upn.lastIndexOf('@') + 1);
  const suffixed = domains.filter((known) => hasSuffix(known, suffix));
  // Any mailbox may have any suffix, and an explicit principal name one that nobody listed.
  return forms.mail || suffixed.length === 0 ? domains : suffixed;
}
