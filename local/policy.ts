import type { DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import type { LocalDirectory } from './local-directory.ts';
import { ownNames } from './own-names.ts';

/** The policy of this run: the product's defaults over the directory's people. */
export const localPolicy = (
  {
    netbiosName,
    dnsName,
    upnSuffixes,
    dataProxy,
    selfService,
    bases,
    blockedGroups,
    administrators,
    access,
    people,
  }: LocalDirectory,
  changes: Partial<DeployedPolicy>,
): DeployedPolicy => ({
  organization: {
    name: people.length > 0 ? 'Example Corporation' : netbiosName,
    helpDeskPhone: '+44 20 7946 0123',
  },
  defaultDomain: netbiosName,
  domains: [{ netbiosName, dnsName, upnSuffixes }],
  eligibility: {
    bases,
    ownAccounts: [dataProxy, selfService].flatMap(ownNames).map((name) => `${netbiosName}\\${name}`),
  },
  blockedGroups,
  administrators,
  ...(access && { access }),
  ...changes,
});
