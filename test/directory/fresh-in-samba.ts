import { Attribute } from 'ldapts';
import type { SambaFacts } from '../../local/samba/start-samba.ts';
import { freshPeople, oneAfterTheOther } from '../journeys/proofs/fresh-people.ts';
import { asAdministrator } from './as-administrator.ts';

/** Ordinary, and nobody asks for its first password: to hash one takes longer than all the rest. */
const WITHOUT_PASSWORD = '544';

/** Puts so many people without a password into a running Samba domain, whom nobody has met yet; answers their user names, one at a time. */
export async function freshInSamba(samba: SambaFacts, count: number): Promise<() => string> {
  const people = freshPeople(count);
  await asAdministrator(samba, async (client) => {
    for (const { username, displayName, ou, upn } of people)
      await client.add(`CN=${username},${ou},${samba.baseDn}`, [
        attribute('objectClass', 'user'),
        attribute('sAMAccountName', username),
        attribute('displayName', displayName),
        attribute('userPrincipalName', upn),
        attribute('userAccountControl', WITHOUT_PASSWORD),
      ]);
  });
  const next = oneAfterTheOther(people);
  return () => next().username;
}

const attribute = (type: string, value: string): Attribute => new Attribute({ type, values: [value] });
