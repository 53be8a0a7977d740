import { Attribute, Change, Client, EqualityFilter } from 'ldapts';
import type { SambaFacts } from '../../../local/samba/start-samba.ts';

type Account = { readonly username: string; readonly password: string };

/** What the tests do to a Samba domain beside the product. */
export interface Administrator {
  join(username: string, group: string): Promise<void>;
  leave(username: string, group: string): Promise<void>;
  /** Whether that password opens the account now. */
  opens(upn: string, password: string): Promise<boolean>;
  /** What the domain says when that account resets the password of another: undefined for yes. */
  resetBy(account: Account, username: string, password: string): Promise<unknown>;
}

export function administratorOf({ urls: [url = ''], ca, baseDn, administrator }: SambaFacts): Administrator {
  const as = async <T>({ username, password }: Account, work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ url, tlsOptions: { ca }, connectTimeout: 5_000, timeout: 10_000 });
    try {
      await client.bind(username, password);
      return await work(client);
    } finally {
      await client.unbind().catch(() => undefined);
    }
  };
  const named = async (client: Client, name: string): Promise<string> => {
    const filter = new EqualityFilter({ attribute: 'sAMAccountName', value: name });
    const { searchEntries } = await client.search(baseDn, { filter, attributes: ['1.1'] });
    return searchEntries[0]?.dn ?? '';
  };
  const member = (operation: 'add' | 'delete') => (username: string, group: string) =>
    as(administrator, async (client) => {
      const modification = new Attribute({ type: 'member', values: [await named(client, username)] });
      await client.modify(await named(client, group), new Change({ operation, modification }));
    });
  return {
    join: member('add'),
    leave: member('delete'),
    opens: (upn, password) => as({ username: upn, password }, () => Promise.resolve(true)).catch(() => false),
    resetBy: (account, username, password) =>
      as(account, async (client) => {
        const values = [Buffer.from(`"${password}"`, 'utf16le')];
        const modification = new Attribute({ type: 'unicodePwd', values });
        await client.modify(
          await named(client, username),
          new Change({ operation: 'replace', modification }),
        );
      }).catch((error: unknown) => error),
  };
}
