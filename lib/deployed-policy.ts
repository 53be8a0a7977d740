import { deployedConfiguration, type DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import { warnings } from '../domain/policy/warnings.ts';
import type { Settings } from './settings.ts';

/** What the functions are told of the policy (LATCHKEY_POLICY). Our own accounts are never served. */
export function deployedPolicy({
  organization,
  administrators,
  languages,
  domain,
  accounts,
  policy,
}: Settings): DeployedPolicy {
  return {
    organization,
    defaultDomain: domain.netbiosName.toUpperCase(),
    domainSuffixes: [domain.dnsName, ...domain.upnSuffixes],
    eligibility: {
      bases: domain.bases,
      protectedGroups: domain.protectedGroups,
      ownAccounts: [accounts.dataProxy.username, accounts.selfService.username],
    },
    administrators,
    ...(languages && { languages }),
    ...(policy as Pick<DeployedPolicy, 'actions' | 'emailCode' | 'limits'>),
  };
}

/** What is risky about it, one sentence each; said at synth. */
export const policyWarnings = (settings: Settings): readonly string[] =>
  warnings(deployedConfiguration(deployedPolicy(settings)).document);
