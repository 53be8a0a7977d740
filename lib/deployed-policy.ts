import { deployedConfiguration, type DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import { warnings } from '../domain/policy/warnings.ts';
import { BREACHED_FILE } from '../lambdas/bundle.ts';
import type { BreachedPasswordsChoice } from '../lambdas/deployment-choices.ts';
import { domainsInOrder, ownAccounts } from './deployed-domains.ts';
import { policyOutside } from './deployed-outside.ts';
import { policyPostActions } from './deployed-post-actions.ts';
import type { Settings } from './settings.ts';

/** What the functions are told of the policy (LATCHKEY_POLICY). Our own accounts are never served. */
export function deployedPolicy(settings: Settings): DeployedPolicy {
  const { organization, administrators, languages, policy } = settings;
  const domains = domainsInOrder(settings);
  const { breachedPasswords: _elsewhere, ...rest } = policy;
  return {
    organization,
    defaultDomain: domains[0]?.netbiosName ?? '',
    domains: domains.map(({ netbiosName, dnsName, upnSuffixes }) => ({ netbiosName, dnsName, upnSuffixes })),
    eligibility: {
      bases: domains.flatMap(({ bases }) => bases),
      protectedGroups: [...new Set(domains.flatMap(({ protectedGroups }) => protectedGroups))],
      ownAccounts: ownAccounts(settings),
    },
    administrators,
    outside: { ...policyOutside(settings), ...policyPostActions(settings) },
    ...(languages && { languages }),
    ...(rest as Pick<DeployedPolicy, 'acceptedRisks' | 'actions' | 'claims' | 'emailCode' | 'limits'>),
  };
}

/** What new passwords are looked up in, as the functions are told (LATCHKEY_BREACHED_PASSWORDS). */
export function deployedBreachedPasswords({
  policy: { breachedPasswords },
}: Pick<Settings, 'policy'>): BreachedPasswordsChoice {
  if (breachedPasswords === 'common') return 'common';
  if ('file' in breachedPasswords) return { file: BREACHED_FILE };
  const { url, ifUnreachable } = breachedPasswords;
  return { rangeQuery: true, ifUnreachable, ...(url !== undefined && { url }) };
}

/** What is risky about it, one sentence each; said at synth. */
export const policyWarnings = (settings: Settings): readonly string[] =>
  warnings(deployedConfiguration(deployedPolicy(settings)).document);
