import { Attribute, Client, EqualityFilter } from 'ldapts';
import type { SambaFacts } from '../../local/samba/start-samba.ts';
import { HARD_NAMES } from '../contracts/directory-names.ts';

/** Adds a unit with the hard names to a running Samba domain, as its Administrator. Answers the unit and how to remove it. */
export async function addHardNames({ urls, ca, baseDn, administrator }: SambaFacts) {
  const under = `OU=Hard names,${baseDn}`;
  const asAdministrator = async (work: (client: Client) => Promise<void>): Promise<void> => {
    const client = new Client({
      url: urls[0] ?? '',
      tlsOptions: { ca },
      connectTimeout: 3_000,
      timeout: 10_000,
    });
    try {
      await client.bind(administrator.username, administrator.password);
      await work(client);
    } finally {
      await client.unbind();
    }
  };
  await asAdministrator(async (client) => {
    await client.add(under, [attribute('objectClass', 'organizationalUnit')]);
    for (const [at, username] of HARD_NAMES.entries())
      await client.add(`CN=Hard Name ${at},${under}`, [
        attribute('objectClass', 'user'),
        attribute('sAMAccountName', username),
      ]);
  });
  const remove = (): Promise<void> =>
    asAdministrator(async (client) => {
      const filter = new EqualityFilter({ attribute: 'objectClass', value: 'user' });
      const { searchEntries } = await client.search(under, { filter, attributes: ['1.1'] });
      for (const { dn } of searchEntries) await client.del(dn);
      await client.del(under);
    });
  return { under, remove };
}

const attribute = (type: string, value: string): Attribute => new Attribute({ type, values: [value] });
