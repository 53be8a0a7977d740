import { describe, expect, it } from 'vitest';
import { EVERY_CLAIM_FORM, type ClaimForms } from '../../../domain/recovery/claim-forms.ts';
import { readClaim } from '../../../domain/recovery/claim.ts';
import { decoyPerson } from '../../../domain/recovery/decoy.ts';
import { DOMAIN, SECOND_DOMAIN } from '../../../local/people.ts';
import { aProduct } from '../../support/product.ts';
import { joined, secondSettings } from './joined.ts';
import { settingsOf } from './ports-of.ts';
import { present } from './present.ts';
import { twoLookAlikes } from './two-look-alikes.ts';

const { ports, configuration } = aProduct();
const DOMAINS = [DOMAIN, SECOND_DOMAIN].map(({ netbios, dns, upnSuffixes }) => ({
  netbiosName: netbios,
  dnsName: dns,
  upnSuffixes,
}));
/** Every way to write a user name of each of the domains. */
const spellings = (name: string): readonly string[] => [
  name,
  ...DOMAINS.flatMap(({ netbiosName, dnsName }) => [
    `${netbiosName}\\${name}`,
    `${dnsName}\\${name}`,
    `${name}@${dnsName}`,
  ]),
  `OTHER\\${name}`,
];
const { employeeNumber: _, ...WITHOUT_NUMBER } = EVERY_CLAIM_FORM;
const onOff = [true, false];
const COMBINATIONS: readonly ClaimForms[] = onOff.flatMap((bareName) =>
  onOff.flatMap((domainName) =>
    onOff.flatMap((principalName) => {
      const forms = { ...WITHOUT_NUMBER, bareName, domainName, principalName, mail: false };
      return [forms, { ...forms, employeeNumber: 'employeeID' }];
    }),
  ),
);

describe('the counters and the questions of a name', () => {
  const lookAlikes = twoLookAlikes();

  /** Which spellings are of one and the same person, or nobody: the first one of each, by its place. */
  async function together(name: string, claims: ClaimForms): Promise<readonly number[]> {
    const [one, other] = lookAlikes();
    const { reader } = joined(settingsOf([one.url], one.ca), secondSettings(other.url, other.ca));
    const given = { ...configuration, claims, domains: DOMAINS, defaultDomain: DOMAIN.netbios };
    const guids = await Promise.all(
      spellings(name).map(async (typed) => {
        const claim = present(readClaim(typed));
        const found = await reader.find(claim, { forms: claims });
        return found.kind === 'one'
          ? found.account.person.guid
          : (await decoyPerson(ports, claim, given)).guid;
      }),
    );
    return guids.map((guid) => guids.indexOf(guid));
  }

  // Who burns the tries of one spelling, or sees its questions, and then types the other one, must learn nothing.
  it.each(COMBINATIONS)(
    'are shared by the spellings of a stranger just as by those of a person: %o',
    async (claims) => {
      expect(await together('nobody.here', claims)).toEqual(await together('bob', claims));
    },
  );
});
