import { AndFilter, EqualityFilter, type Filter, NotFilter } from 'ldapts';
import type { SampleFacts } from '../../../domain/health/access-facts.ts';
import type { OwnAccountFacts } from '../../../domain/health/account-facts.ts';
import { descriptorIn } from '../access/descriptor-reading.ts';
import { isOrdinaryPerson } from '../claim-filter.ts';
import type { Connection } from '../connection.ts';
import { daclOnly } from '../controls.ts';
import type { CheckedDomain } from '../domain-settings.ts';
import { text, texts } from '../entry.ts';
import { accessOf } from './units-reading.ts';

/** What of everybody must be shown, or nobody can be judged. */
const NEEDED = [
  'objectGUID',
  'objectSid',
  'sAMAccountName',
  'userAccountControl',
  'msDS-User-Account-Control-Computed',
  'pwdLastSet',
  'tokenGroups',
  'nTSecurityDescriptor',
];

/** Some ordinary person below a unit, as the account sees them that is signed in; undefined when it sees nobody. */
export async function sampleBelow(
  connection: Connection,
  { netbiosName }: CheckedDomain,
  served: string,
  accounts: readonly OwnAccountFacts[],
): Promise<SampleFacts | undefined> {
  const name = await somebody(connection, served, accounts);
  const entry =
    name === undefined ? undefined : await connection.readEntry(name, { attributes: NEEDED }, daclOnly());
  if (!entry) return undefined;
  const { descriptor } = descriptorIn(entry);
  return {
    served,
    name: `${netbiosName}\\${text(entry, 'sAMAccountName') ?? entry.dn}`,
    distinguishedName: entry.dn,
    sealed: descriptor?.sealed ?? false,
    missing: NEEDED.filter((attribute) => texts(entry, attribute).length === 0),
    access: descriptor ? accessOf(descriptor, accounts) : [],
  };
}

async function somebody(
  connection: Connection,
  served: string,
  accounts: readonly OwnAccountFacts[],
): Promise<string | undefined> {
  const isNot = (attribute: string, value: string): Filter =>
    new NotFilter({ filter: new EqualityFilter({ attribute, value }) });
  const filter = new AndFilter({
    filters: [
      ...isOrdinaryPerson(),
      // Those that AdminSDHolder stamps inherit nothing, and are refused anyway.
      isNot('adminCount', '1'),
      ...accounts.map(({ username }) => isNot('sAMAccountName', username)),
    ],
  });
  const options = { scope: 'sub' as const, filter, attributes: ['1.1'], paged: { pageSize: 1 } };
  for await (const [first] of connection.pages(served, options)) if (first) return first.dn;
  return undefined;
}
