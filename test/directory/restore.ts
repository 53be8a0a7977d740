import { Attribute, Change, Client, EqualityFilter } from 'ldapts';
import { CAST, type CastMember } from '../../local/people.ts';
import type { SambaFacts } from '../../local/samba/start-samba.ts';

const FILETIME_OFFSET_MS = 11_644_473_600_000;
const now = (): string => `${(Date.now() + FILETIME_OFFSET_MS) * 10_000}`;

/**
 * Puts cast members of a running Samba domain back to how the story begins, as its Administrator: password, must-change
 * and lock. Whoever's password is old keeps the one in use, for nobody can back-date it over LDAP.
 */
export function restorerOf({
  urls,
  ca,
  baseDn,
  administrator,
}: SambaFacts): (username: string) => Promise<void> {
  return async (username) => {
    const person = CAST.find((one) => one.username === username);
    if (!person) throw new Error(`nobody in the cast is called ${username}`);
    const client = new Client({
      url: urls[0] ?? '',
      tlsOptions: { ca },
      connectTimeout: 3_000,
      timeout: 10_000,
    });
    try {
      await client.bind(administrator.username, administrator.password);
      const filter = new EqualityFilter({ attribute: 'sAMAccountName', value: username });
      const { searchEntries } = await client.search(baseDn, { filter, attributes: ['1.1'] });
      await client.modify(searchEntries[0]?.dn ?? '', changesFor(person));
    } finally {
      await client.unbind();
    }
  };
}

function changesFor(person: CastMember): Change[] {
  // A smart card's scrambled password stays scrambled.
  const keeps = [person.passwordExpired, person.passwordExpiresInDays, person.smartCard].some(Boolean);
  return [
    ...(keeps ? [] : [replace('unicodePwd', Buffer.from(`"${person.password}"`, 'utf16le'))]),
    ...(person.mustChange === true ? [replace('pwdLastSet', Buffer.from('0'))] : []),
    // Samba takes any time here; Windows takes 0 only.
    replace('lockoutTime', Buffer.from(person.locked === true ? now() : '0')),
  ];
}

const replace = (type: string, value: Buffer): Change =>
  new Change({ operation: 'replace', modification: new Attribute({ type, values: [value] }) });
