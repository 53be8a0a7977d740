import { AndFilter, EqualityFilter } from 'ldapts';
import { Failure } from '../../../domain/failure.ts';
import type { Connection } from '../connection.ts';
import type { CheckedDomain } from '../domain-settings.ts';
import { bytes } from '../entry.ts';
import { sidText } from '../sid.ts';

/** An account as access lists know it. */
export interface Holder {
  /** sAMAccountName. */
  readonly name: string;
  readonly distinguishedName: string;
  readonly sid: string;
  /** Its own SID, those of its groups (nested and primary ones included), and those of whoever signs in over the network. */
  readonly sids: ReadonlySet<string>;
}

/** Everyone, NETWORK, Authenticated Users, This Organization (MS-DTYP 2.4.2.4). */
export const EVERYBODY_SIGNED_IN = ['S-1-1-0', 'S-1-5-2', 'S-1-5-11', 'S-1-5-15'];

/** The account of that sAMAccountName, as access lists know it; undefined when there is none, or its groups are not shown. */
export async function readHolder(
  connection: Connection,
  baseDn: string,
  name: string,
): Promise<Holder | undefined> {
  const filter = new AndFilter({
    filters: [
      new EqualityFilter({ attribute: 'objectClass', value: 'user' }),
      new EqualityFilter({ attribute: 'sAMAccountName', value: name }),
    ],
  });
  const [hit] = await connection.search(baseDn, {
    scope: 'sub',
    filter,
    attributes: ['objectSid'],
    sizeLimit: 2,
  });
  const entry = hit && (await connection.readEntry(hit.dn, { attributes: ['objectSid', 'tokenGroups'] }));
  const sid = entry && sidText(bytes(entry, 'objectSid')[0] ?? Buffer.alloc(0));
  const groups = entry ? bytes(entry, 'tokenGroups').flatMap((group) => sidText(group) ?? []) : [];
  if (!hit || sid === undefined || groups.length === 0) return undefined;
  return { name, distinguishedName: hit.dn, sid, sids: new Set([sid, ...groups, ...EVERYBODY_SIGNED_IN]) };
}

/** How long the groups of the self-service accounts are taken for what they were. */
const REMEMBERED_MS = 5 * 60_000;

/** The self-service accounts of a domain, by way of a connection. */
export type RepairHolders = (connection: Connection) => Promise<readonly Holder[]>;

/**
 * The self-service accounts of a domain, looked up once in a while: nobody's groups change between two people. Throws Failure
 * `directory-misbehaved` when the settings name none, or one that is not there.
 */
export function repairHolders(domain: CheckedDomain): RepairHolders {
  let last: { readonly until: number; readonly holders: Promise<readonly Holder[]> } | undefined;
  return (connection) => {
    if (last && Date.now() < last.until) return last.holders;
    const holders = readAll(connection, domain);
    const mine = { until: Date.now() + REMEMBERED_MS, holders };
    last = mine;
    // What could not be looked up is looked up again by the next who asks.
    holders.catch(() => {
      if (last === mine) last = undefined;
    });
    return holders;
  };
}

async function readAll(
  connection: Connection,
  { netbiosName, baseDn, repairAccounts }: CheckedDomain,
): Promise<readonly Holder[]> {
  if (repairAccounts.length === 0)
    throw new Failure(
      'directory-misbehaved',
      `The settings of ${netbiosName} name no self-service account: nobody's rights can be looked up`,
    );
  const holders: Holder[] = [];
  for (const name of repairAccounts) {
    const holder = await readHolder(connection, baseDn, name);
    if (!holder)
      throw new Failure(
        'directory-misbehaved',
        `${connection.url} does not show the account ${netbiosName}\\${name} and its groups; check the name in the settings, and that the data proxy account may read tokenGroups`,
      );
    holders.push(holder);
  }
  return holders;
}
