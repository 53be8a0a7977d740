import { Attribute, Change } from 'ldapts';
import type { SambaFacts } from '../../../local/samba/start-samba.ts';
import { asAccount, asAdministrator } from '../../directory/as-administrator.ts';
import { named } from '../../directory/named.ts';
import { replacingPassword } from '../../directory/replacing.ts';

/** What the tests do to a Samba domain beside the product. */
export interface Administrator {
  join(username: string, group: string): Promise<void>;
  leave(username: string, group: string): Promise<void>;
  /** Whether that password opens the account now. */
  opens(upn: string, password: string): Promise<boolean>;
  /** What the domain says when that account resets the password of another: undefined for yes. */
  resetBy(account: SambaFacts['selfService'], username: string, password: string): Promise<unknown>;
}

export function administratorOf(samba: SambaFacts): Administrator {
  const { baseDn } = samba;
  const member = (operation: 'add' | 'delete') => (username: string, group: string) =>
    asAdministrator(samba, async (client) => {
      const values = [await named(client, baseDn, username)];
      const modification = new Attribute({ type: 'member', values });
      await client.modify(await named(client, baseDn, group), new Change({ operation, modification }));
    });
  return {
    join: member('add'),
    leave: member('delete'),
    opens: (username, password) =>
      asAccount(samba, { username, password }, () => Promise.resolve(true)).catch(() => false),
    resetBy: (account, username, password) =>
      asAccount(samba, account, async (client) =>
        client.modify(await named(client, baseDn, username), replacingPassword(password)),
      ).catch((error: unknown) => error),
  };
}
