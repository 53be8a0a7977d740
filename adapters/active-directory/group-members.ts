import { EqualityFilter, ExtensibleFilter, AndFilter, type Entry, type Filter } from 'ldapts';
import type { Connection } from './connection.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { bytes } from './entry.ts';
import { allTexts } from './ranged-values.ts';
import { sidText } from './sid.ts';

/** Who is in one group, told by what a listing shows of each person. */
export interface GroupMembers {
  /** The group's SID, in capitals. */
  readonly sid: string;
  /** Distinguished names of the group and of every group within it: whoever is a direct member of one is in. */
  readonly within: ReadonlySet<string>;
  /** Their RIDs: whoever has one as primaryGroupID is in. */
  readonly rids: ReadonlySet<string>;
}

/** AD's MaxPageSize. */
const MOST = { pageSize: 1000 };
const BIT_AND = '1.2.840.113556.1.4.803';
const IN_CHAIN = '1.2.840.113556.1.4.1941';
const SID = /^S-1-\d+(?:-\d+){1,15}$/;

/** Security groups (the top bit of groupType, MS-ADTS 2.2.12): no other is ever in tokenGroups, or handed on by it. */
export const isSecurityGroup = (): Filter[] => [
  new EqualityFilter({ attribute: 'objectClass', value: 'group' }),
  new ExtensibleFilter({ matchType: 'groupType', rule: BIT_AND, value: '2147483648' }),
];

/**
 * What is needed to tell the members of these groups: for each one base read and one search among groups, however many
 * people there are. A SID of no security group of this domain has no members.
 */
export async function groupMembers(
  connection: Pick<Connection, 'url' | 'readEntry' | 'pages'>,
  domain: CheckedDomain,
  sids: readonly string[],
): Promise<readonly GroupMembers[]> {
  const wanted = [...new Set(sids.map((sid) => sid.trim().toUpperCase()))].filter((sid) => SID.test(sid));
  const found: GroupMembers[] = [];
  for (const sid of wanted) {
    const filter = new AndFilter({ filters: isSecurityGroup() });
    const group = await connection.readEntry(`<SID=${sid}>`, { filter, attributes: ['objectSid'] });
    if (group) found.push({ sid, ...(await nestedIn(connection, domain, group)) });
  }
  return found;
}

async function nestedIn(
  connection: Pick<Connection, 'url' | 'readEntry' | 'pages'>,
  { baseDn }: CheckedDomain,
  group: Entry,
) {
  const inChain = new ExtensibleFilter({ matchType: 'memberOf', rule: IN_CHAIN, value: group.dn });
  const filter = new AndFilter({ filters: [...isSecurityGroup(), inChain] });
  const attributes = ['objectSid', 'memberOf'];
  const candidates: { readonly entry: Entry; readonly above: readonly string[] }[] = [];
  for await (const page of connection.pages(baseDn, { scope: 'sub', filter, attributes, paged: MOST }))
    for (const entry of page)
      candidates.push({ entry, above: (await allTexts(connection, entry, 'memberOf')).map(nameKey) });
  // The chain also runs through distribution groups, a token's does not: only steps between security groups count.
  const within = new Map([[nameKey(group.dn), group]]);
  for (let grown = true; grown;) {
    grown = false;
    for (const { entry, above } of candidates) {
      if (within.has(nameKey(entry.dn)) || !above.some((dn) => within.has(dn))) continue;
      within.set(nameKey(entry.dn), entry);
      grown = true;
    }
  }
  return { within: new Set(within.keys()), rids: new Set([...within.values()].flatMap(domainRid)) };
}

/** The form in which distinguished names from one server are compared. */
export const nameKey = (dn: string): string => dn.toLowerCase();

/** primaryGroupID is relative to the domain's SID, so a builtin group's number means nothing in it. */
function domainRid(group: Entry): readonly string[] {
  const sid = sidText(bytes(group, 'objectSid')[0] ?? Buffer.alloc(0));
  return sid?.startsWith('S-1-5-21-') ? [sid.slice(sid.lastIndexOf('-') + 1)] : [];
}
