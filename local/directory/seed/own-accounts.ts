import type { CastDomain } from '../../people.ts';
import { UAC } from '../entry.ts';
import type { AccountState, Entry } from '../entry.ts';
import type { Filetime } from '../filetime.ts';
import type { SeedAccount } from './seed-account.ts';
import { entryOf } from './entry-of.ts';
import { freshState } from './fresh-state.ts';
import { domainSid, RID } from './identifiers.ts';
import { hostName } from './structure.ts';

const DAY = 86_400_000;

/** Administrator, Guest, krbtgt and the domain controller itself: there to be left alone. */
export function ownAccounts(domain: CastDomain, now: Filetime): readonly SeedAccount[] {
  const state = freshState(undefined, now, 300 * DAY);
  const own = (
    name: string,
    rid: number,
    memberOf: readonly string[],
    change: Partial<AccountState>,
  ): SeedAccount => {
    const attributes = { cn: name, sAMAccountName: name, primaryGroupID: String(RID.domainUsers) };
    const identity = { sid: domainSid(domain, rid), identity: `${domain.guidSeed}account ${name}` };
    return {
      entry: entryOf('user', `CN=${name},CN=Users,${domain.base}`, attributes, identity),
      state: { ...state, ...change },
      memberOf,
    };
  };
  const disabled = { userAccountControl: UAC.normalAccount | UAC.disabled };
  return [
    own('Administrator', RID.administrator, ['Domain Admins', 'Enterprise Admins', 'Schema Admins'], {
      stamped: true,
    }),
    own('Guest', RID.guest, ['Guests'], disabled),
    own('krbtgt', RID.krbtgt, ['Denied RODC Password Replication Group'], { ...disabled, stamped: true }),
    {
      entry: domainController(domain),
      state: { ...state, userAccountControl: UAC.serverTrustAccount },
      memberOf: [],
    },
  ];
}

function domainController(domain: CastDomain): Entry {
  const name = hostName(domain);
  const attributes = {
    cn: name,
    sAMAccountName: `${name}$`,
    dNSHostName: domain.domainController,
    servicePrincipalName: [`ldap/${domain.domainController}`, `HOST/${domain.domainController}`],
    primaryGroupID: String(RID.domainControllers),
  };
  const identity = { sid: domainSid(domain, 1000), identity: `${domain.guidSeed}account ${name}$` };
  return entryOf('computer', `CN=${name},OU=Domain Controllers,${domain.base}`, attributes, identity);
}
