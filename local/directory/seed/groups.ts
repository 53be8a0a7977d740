import type { CastDomain } from '../../people.ts';
import { rdn } from '../distinguished-name.ts';
import type { Entry } from '../entry.ts';
import { entryOf } from './entry-of.ts';
import { builtinSid, domainSid, FIRST_RID } from './identifiers.ts';

/** A group, and the names of the groups it is a direct member of. */
export interface SeedGroup {
  readonly entry: Entry;
  readonly memberOf: readonly string[];
}

/** groupType bits (MS-ADTS 2.2.12): security group, and its reach. */
const SECURITY = -0x8000_0000;
const REACH = { global: 2, domainLocal: 4, universal: 8, builtin: 5 } as const;

/** name, RID, groups it belongs to, whether AdminSDHolder stamps it. */
const OWN: readonly (readonly [string, number, readonly string[], boolean])[] = [
  ['Domain Admins', 512, ['Administrators', 'Denied RODC Password Replication Group'], true],
  ['Domain Users', 513, ['Users'], false],
  ['Domain Guests', 514, ['Guests'], false],
  ['Domain Computers', 515, [], false],
  ['Domain Controllers', 516, ['Denied RODC Password Replication Group'], true],
  ['Schema Admins', 518, ['Denied RODC Password Replication Group'], true],
  ['Enterprise Admins', 519, ['Administrators', 'Denied RODC Password Replication Group'], true],
  ['Group Policy Creator Owners', 520, ['Denied RODC Password Replication Group'], false],
  ['Protected Users', 525, [], false],
  ['Key Admins', 526, [], true],
  ['Enterprise Key Admins', 527, [], true],
  ['Denied RODC Password Replication Group', 572, [], false],
];

const BUILTIN: readonly (readonly [string, number, boolean])[] = [
  ['Administrators', 544, true],
  ['Users', 545, false],
  ['Guests', 546, false],
  ['Account Operators', 548, true],
  ['Server Operators', 549, true],
  ['Print Operators', 550, true],
  ['Backup Operators', 551, true],
  ['Replicator', 552, true],
  ['Remote Desktop Users', 555, false],
];

/** The groups every domain has, and those of the cast. */
export function groups(domain: CastDomain): readonly SeedGroup[] {
  const own = OWN.map(([name, rid, memberOf, stamped]) => {
    const reach =
      rid === 572 ? REACH.domainLocal : rid === 518 || rid === 519 ? REACH.universal : REACH.global;
    return {
      entry: groupEntry(domain, name, `CN=Users,${domain.base}`, {
        sid: domainSid(domain, rid),
        reach,
        stamped,
      }),
      memberOf,
    };
  });
  const builtin = BUILTIN.map(([name, rid, stamped]) => ({
    entry: groupEntry(domain, name, `CN=Builtin,${domain.base}`, {
      sid: builtinSid(rid),
      reach: REACH.builtin,
      stamped,
    }),
    memberOf: [],
  }));
  const cast = domain.groups.map(({ name, container, memberOf, description }, i) => ({
    entry: groupEntry(domain, name, `${container},${domain.base}`, {
      sid: domainSid(domain, FIRST_RID.group + i),
      reach: REACH.global,
      stamped: false,
      description,
    }),
    memberOf,
  }));
  return [...own, ...builtin, ...cast];
}

function groupEntry(
  domain: CastDomain,
  name: string,
  container: string,
  {
    sid,
    reach,
    stamped,
    description,
  }: { sid: string; reach: number; stamped: boolean; description?: string },
): Entry {
  const attributes = {
    cn: name,
    sAMAccountName: name,
    description,
    groupType: String(SECURITY + reach),
    sAMAccountType: reach === REACH.domainLocal || reach === REACH.builtin ? '536870912' : '268435456',
    adminCount: stamped ? '1' : undefined,
  };
  const identity = `${domain.guidSeed}group ${name}`;
  return entryOf('group', `${rdn('CN', name)},${container}`, attributes, { sid, identity });
}
