import { EqualityFilter } from 'ldapts';
import type { Connection } from '../connection.ts';
import { text, texts } from '../entry.ts';

/** Whether an account may read the fine-grained password policies, and the longest history that they demand. */
export interface SeenPasswordSettings {
  readonly account: string;
  readonly readable: boolean;
  readonly historyLength: number;
}

/** Looks into the Password Settings Container as whoever is signed in. Who may not read it sees at the most that it is there. */
export async function passwordSettingsOf(
  connection: Connection,
  baseDn: string,
  account: string,
): Promise<SeenPasswordSettings> {
  const container = `CN=Password Settings Container,CN=System,${baseDn}`;
  const shown = await connection.readEntry(container, { attributes: ['objectClass'] });
  if (!shown || texts(shown, 'objectClass').length === 0)
    return { account, readable: false, historyLength: 0 };
  const settings = await connection.search(container, {
    scope: 'one',
    filter: new EqualityFilter({ attribute: 'objectClass', value: 'msDS-PasswordSettings' }),
    attributes: ['msDS-PasswordHistoryLength'],
  });
  const lengths = settings.map((one) => text(one, 'msDS-PasswordHistoryLength'));
  return {
    account,
    readable: !lengths.includes(undefined),
    historyLength: Math.max(0, ...lengths.map((length) => Number(length ?? '0'))),
  };
}
