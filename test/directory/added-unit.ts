import { Attribute, EqualityFilter } from 'ldapts';
import type { SambaFacts } from '../../local/samba/start-samba.ts';
import { asAdministrator } from './as-administrator.ts';

/** Somebody without a password, by what they may be found by. */
export interface AddedPerson {
  readonly username: string;
  readonly upn?: string;
  readonly mail?: string;
  readonly employeeId?: string;
}

/** Adds a unit with people in it to a running Samba domain, as its Administrator. Answers the unit and how to remove it. */
export async function addUnit(samba: SambaFacts, name: string, people: readonly AddedPerson[]) {
  const under = `OU=${name},${samba.baseDn}`;
  await asAdministrator(samba, async (client) => {
    await client.add(under, [attribute('objectClass', 'organizationalUnit')]);
    for (const [at, person] of people.entries())
      await client.add(`CN=${name} ${at},${under}`, [
        attribute('objectClass', 'user'),
        attribute('sAMAccountName', person.username),
        ...given('userPrincipalName', person.upn),
        ...given('mail', person.mail),
        ...given('employeeID', person.employeeId),
      ]);
  });
  const remove = (): Promise<void> =>
    asAdministrator(samba, async (client) => {
      const filter = new EqualityFilter({ attribute: 'objectClass', value: 'user' });
      const { searchEntries } = await client.search(under, { filter, attributes: ['1.1'] });
      for (const { dn } of searchEntries) await client.del(dn);
      await client.del(under);
    });
  return { under, remove };
}

const attribute = (type: string, value: string): Attribute => new Attribute({ type, values: [value] });

const given = (type: string, value: string | undefined): readonly Attribute[] =>
  value === undefined ? [] : [attribute(type, value)];
