import { type Configuration, warnings } from '../domain/policy/configuration.ts';
import { deployedConfiguration, type DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import type { Settings } from './settings.ts';

/** What the functions are told of the policy (LATCHKEY_POLICY). Our own accounts are never served. */
export function deployedPolicy({ organization, domain, accounts, policy }: Settings): DeployedPolicy {
  return {
    organization,
    defaultDomain: domain.netbiosName.toUpperCase(),
    domainSuffixes: [domain.dnsName, ...domain.upnSuffixes],
    eligibility: {
      bases: domain.bases,
      protectedGroups: domain.protectedGroups,
      ownAccounts: [accounts.dataProxy.username, accounts.selfService.username],
    },
    ...(policy as Pick<DeployedPolicy, 'actions' | 'emailCode' | 'limits'>),
  };
}

/** What is risky about it, one sentence each; said at synth. */
export const policyWarnings = (settings: Settings): readonly string[] => {
  const configuration: Configuration = deployedConfiguration(deployedPolicy(settings));
  return warnings(configuration);
};
