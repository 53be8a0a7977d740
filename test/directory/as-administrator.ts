import { Client } from 'ldapts';
import type { SambaFacts } from '../../local/samba/start-samba.ts';

type Account = SambaFacts['administrator'];
type Place = Pick<SambaFacts, 'urls' | 'ca'>;

/** Does something in a running Samba domain as that account, over a connection of its own. */
export async function asAccount<T>(
  { urls, ca }: Place,
  { username, password }: Account,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({
    url: urls[0] ?? '',
    tlsOptions: { ca },
    connectTimeout: 5_000,
    timeout: 10_000,
  });
  try {
    await client.bind(username, password);
    return await work(client);
  } finally {
    await client.unbind().catch(() => undefined);
  }
}

/** Does something in a running Samba domain as its Administrator. */
export const asAdministrator = <T>(
  samba: Place & Pick<SambaFacts, 'administrator'>,
  work: (client: Client) => Promise<T>,
): Promise<T> => asAccount(samba, samba.administrator, work);
