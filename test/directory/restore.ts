import type { Change } from 'ldapts';
import { CAST, type CastMember } from '../../local/people.ts';
import type { SambaFacts } from '../../local/samba/start-samba.ts';
import { filetime } from '../support/scripted-account.ts';
import { asAdministrator } from './as-administrator.ts';
import { named } from './named.ts';
import { replacing, replacingPassword } from './replacing.ts';

/**
 * Puts cast members of a running Samba domain back to how the story begins, as its Administrator: password, must-change
 * and lock. Whoever's password is old keeps the one in use, for nobody can back-date it over LDAP.
 */
export const restorerOf =
  (samba: SambaFacts): ((username: string) => Promise<void>) =>
  (username) => {
    const person = CAST.find((one) => one.username === username);
    if (!person) throw new Error(`nobody in the cast is called ${username}`);
    return asAdministrator(samba, async (client) =>
      client.modify(await named(client, samba.baseDn, username), changesFor(person)),
    );
  };

function changesFor(person: CastMember): Change[] {
  // A smart card's scrambled password stays scrambled.
  const keeps = [person.passwordExpired, person.passwordExpiresInDays, person.smartCard].some(Boolean);
  return [
    ...(keeps ? [] : [replacingPassword(person.password)]),
    ...(person.mustChange === true ? [replacing('pwdLastSet', '0')] : []),
    // Samba takes any time here; Windows takes 0 only.
    replacing('lockoutTime', person.locked === true ? filetime(Date.now()) : '0'),
  ];
}
