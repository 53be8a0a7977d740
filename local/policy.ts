import type { DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import type { ClaimForms } from '../domain/recovery/claim-forms.ts';
import type { LocalDirectories, LocalDirectory } from './local-directory.ts';
import { ownNames } from './own-names.ts';

/** What else may be typed where there are several domains: there it is what one comes to see. */
const MORE_CLAIMS: Partial<ClaimForms> = { mail: true, employeeNumber: 'employeeID' };

/** The policy of this run: the product's defaults over the directories' people. */
export function localPolicy(directories: LocalDirectories, changes: Partial<DeployedPolicy>): DeployedPolicy {
  const [{ netbiosName: defaultDomain, people, access }] = directories;
  return {
    organization: {
      name: people.length > 0 ? 'Example Corporation' : defaultDomain,
      helpDeskPhone: '+44 20 7946 0123',
    },
    defaultDomain,
    domains: directories.map(({ netbiosName, dnsName, upnSuffixes }) => ({
      netbiosName,
      dnsName,
      upnSuffixes,
    })),
    ...(directories.length > 1 && { claims: MORE_CLAIMS }),
    eligibility: {
      bases: directories.flatMap(({ bases }) => bases),
      ownAccounts: directories.flatMap(ownAccounts),
    },
    blockedGroups: directories.flatMap(({ blockedGroups }) => blockedGroups),
    administrators: directories.flatMap(({ administrators }) => administrators),
    ...(access && { access }),
    ...changes,
  };
}

const ownAccounts = ({ netbiosName, dataProxy, selfService }: LocalDirectory): readonly string[] =>
  [dataProxy, selfService].flatMap(ownNames).map((name) => `${netbiosName}\\${name}`);
