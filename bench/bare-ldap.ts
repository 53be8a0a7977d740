import { Attribute, Change, Client, Control, EqualityFilter, type BerWriter } from 'ldapts';
import { ACCOUNT_ATTRIBUTES } from '../adapters/active-directory/account-entry.ts';
import { DOMAIN } from '../local/people.ts';

/** A new password each time: the history is enforced. */
let passwords = 1000;

/** A control of a recovery, its value as Active Directory takes it. */
class ValueControl extends Control {
  readonly value: Buffer;
  constructor(type: string, critical: boolean, value: number) {
    super(type, { critical });
    this.value = Buffer.from([0x30, 3, 2, 1, value]);
  }
  override writeControl(writer: BerWriter): void {
    writer.writeBuffer(this.value, 0x04);
  }
}

/**
 * The LDAP operations of one recovery and nothing else: what they cost is part of the floor. Two connections, as a start and a
 * reset have them: bind, search, base read; bind, rootDSE, base read, settings object, domain head, modify.
 */
export async function bareRecovery({
  username,
  url,
  ca,
}: {
  username: string;
  url: string;
  ca: string;
}): Promise<void> {
  const dn = `CN=Bench Person${username.replace('person', '')},OU=Staff,${DOMAIN.base}`;
  const dacl = new ValueControl('1.2.840.113556.1.4.801', false, 4);
  const base = (attributes: string[]) => ({ scope: 'base' as const, attributes });
  const filter = new EqualityFilter({ attribute: 'sAMAccountName', value: username });
  await connected(url, ca, DOMAIN.reader, async (client) => {
    await client.search(DOMAIN.base, { scope: 'sub', filter, attributes: ['objectGUID'] });
    await client.search(dn, base(ACCOUNT_ATTRIBUTES), [dacl]);
  });
  await connected(url, ca, DOMAIN.resetter, async (client) => {
    await client.search('', base(['supportedControl', 'supportedCapabilities']));
    await client.search(dn, base(ACCOUNT_ATTRIBUTES), [dacl]);
    await client.search(dn, base(['msDS-ResultantPSO']));
    await client.search(
      DOMAIN.base,
      base(['minPwdLength', 'pwdHistoryLength', 'minPwdAge', 'lockoutThreshold']),
    );
    await client.modify(
      dn,
      [
        replace('unicodePwd', Buffer.from(`"Still-Harbour-${(passwords += 1)}"`, 'utf16le')),
        replace('lockoutTime', Buffer.from('0')),
      ],
      [new ValueControl('1.2.840.113556.1.4.2239', true, 1)],
    );
  });
}

const replace = (type: string, value: Buffer) =>
  new Change({ operation: 'replace', modification: new Attribute({ type, values: [value] }) });

async function connected(
  url: string,
  ca: string,
  account: { username: string; password: string },
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ url, tlsOptions: { ca }, timeout: 5_000, connectTimeout: 3_000 });
  try {
    await client.bind(`${DOMAIN.netbios}\\${account.username}`, account.password);
    await work(client);
  } finally {
    await client.unbind();
  }
}
