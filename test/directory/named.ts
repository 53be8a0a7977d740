import { type Client, EqualityFilter } from 'ldapts';

/** Distinguished name of the account or group of that sAMAccountName; throws when there is none. */
export async function named(client: Client, baseDn: string, name: string): Promise<string> {
  const filter = new EqualityFilter({ attribute: 'sAMAccountName', value: name });
  const { searchEntries } = await client.search(baseDn, { filter, attributes: ['1.1'] });
  const [entry] = searchEntries;
  if (!entry) throw new Error(`nobody is called ${name}`);
  return entry.dn;
}
