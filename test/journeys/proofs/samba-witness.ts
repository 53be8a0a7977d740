import { setTimeout as pause } from 'node:timers/promises';
import { directoryReader } from '../../../adapters/active-directory/directory-reader.ts';
import { passwordDesk } from '../../../adapters/active-directory/password-desk.ts';
import type { Account } from '../../../domain/ports/account.ts';
import { DOMAIN } from '../../../local/people.ts';
import type { SambaFacts } from '../../../local/samba/start-samba.ts';
import { asAdministrator } from '../../directory/as-administrator.ts';
import { named } from '../../directory/named.ts';
import { replacing, replacingPassword } from '../../directory/replacing.ts';
import { filetime } from '../../support/scripted-account.ts';
import { FIRST_PASSWORD } from './fresh-people.ts';
import type { Witness } from './witness.ts';

/** What is sent is on its way for less than this. */
const ARRIVED_MS = 50;

/** Looks at a running Samba AD directly, and puts people right as its Administrator. */
export function sambaWitness(samba: SambaFacts): Witness {
  const settings = {
    netbiosName: samba.netbiosName,
    dnsName: samba.dnsName,
    upnSuffixes: samba.upnSuffixes,
    baseDn: samba.baseDn,
    domainControllers: samba.urls,
    ca: [samba.ca],
  };
  const dataProxy = {
    current: () => Promise.resolve(samba.dataProxy),
    refreshed: () => Promise.resolve(samba.dataProxy),
  };
  const reader = directoryReader(settings, dataProxy);
  const accountOf = async (username: string): Promise<Account> => {
    const found = await reader.find({ kind: 'account-name', name: username });
    if (found.kind !== 'one') throw new Error(`nobody is called ${username}`);
    return found.account;
  };
  return {
    guidOf: async (username) => (await accountOf(username)).person.guid,
    async prepare(username, { locked }) {
      await asAdministrator(samba, async (client) =>
        client.modify(await named(client, samba.baseDn, username), [
          replacingPassword(FIRST_PASSWORD),
          // Samba takes any time here; Windows takes 0 only.
          replacing('lockoutTime', locked ? filetime(Date.now()) : '0'),
        ]),
      );
      return FIRST_PASSWORD;
    },
    see: accountOf,
    isPassword: async (username, password) =>
      (await passwordDesk(settings, dataProxy).tryPassword(
        DOMAIN.netbios,
        await accountOf(username),
        password,
      )) === 'right',
    asked: () => undefined,
    async quiet() {
      await pause(ARRIVED_MS);
      // It is one process: what came before this question is served before it.
      await accountOf(DOMAIN.reader.username);
    },
  };
}
