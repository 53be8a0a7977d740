import { describe, expect, it } from 'vitest';
import { claimedDomains } from '../../../domain/recovery/claimed-domains.ts';
import { DEFAULT_CLAIM_FORMS } from '../../../domain/recovery/claim-forms.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';

const DOMAINS = [
  { netbiosName: 'CORP', dnsName: 'corp.example', upnSuffixes: ['example.com'] },
  { netbiosName: 'LABS', dnsName: 'labs.example', upnSuffixes: ['example.com', 'labs.com'] },
];

const lookedIn = (typed: string, forms = {}) => {
  const claim = readClaim(typed);
  if (!claim) throw new Error(`${typed} can name nobody`);
  return claimedDomains(claim, { ...DEFAULT_CLAIM_FORMS, ...forms }, DOMAINS).map(
    ({ netbiosName }) => netbiosName,
  );
};

describe('a claim is looked for', () => {
  it.each([
    ['alice', ['CORP'], 'a bare name is of the default domain'],
    ['LABS\\alice', ['LABS'], 'the domain was said'],
    ['labs.example\\alice', ['LABS'], 'the domain was said by its DNS name'],
    ['OTHER\\alice', ['CORP'], 'no such domain, and yet the work of a search'],
    ['alice@corp.example', ['CORP'], 'the suffix is one domain’s'],
    ['alice@labs.com', ['LABS'], 'the suffix is one domain’s'],
    ['alice@example.com', ['CORP', 'LABS'], 'both domains have the suffix'],
    ['alice@else.where', ['CORP', 'LABS'], 'a principal name may have a suffix that nobody listed'],
  ])('%s in %j: %s', (typed, domains) => {
    expect(lookedIn(typed)).toEqual(domains);
  });

  it('everywhere by an address, when mail may be typed', () => {
    expect(lookedIn('alice@labs.com', { mail: true })).toEqual(['CORP', 'LABS']);
  });

  it('everywhere by a search form', () => {
    const claim = { kind: 'attributes', values: { mail: 'alice@corp.example' } } as const;
    expect(claimedDomains(claim, DEFAULT_CLAIM_FORMS, DOMAINS)).toEqual(DOMAINS);
  });

  it('everywhere by a bare name, when it may be an employee number', () => {
    expect(lookedIn('10042', { employeeNumber: 'employeeID' })).toEqual(['CORP', 'LABS']);
  });
});
