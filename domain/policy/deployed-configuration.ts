import { BUILT_IN_QUESTIONNAIRE } from '../questionnaire/built-in.ts';
import type { VerificationPolicy } from '../verification/policy.ts';
import type { Action, Configuration } from './configuration.ts';
import type { EligibilityRules } from './eligibility.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';

/** What a deployment says of its policy; all else is the product's default. */
export interface DeployedPolicy {
  readonly organization: Configuration['organization'];
  readonly defaultDomain: string;
  /** DNS name and UPN suffixes of that domain. */
  readonly domainSuffixes?: readonly string[];
  readonly eligibility: Pick<EligibilityRules, 'bases' | 'ownAccounts'> & Partial<EligibilityRules>;
  readonly actions?: Partial<
    Record<Action, { readonly offered?: boolean; readonly policy?: VerificationPolicy }>
  >;
  readonly emailCode?: Configuration['emailCode'];
  readonly limits?: Partial<Limits>;
}

/** A code to a confirmed address and the security answers: the shipped default for both actions. */
export const BALANCED: VerificationPolicy = {
  required: ['email-code', 'security-answers'],
  optional: [],
  minimumOptional: 0,
};

/** The configuration a deployment starts with, version 0. */
export function deployedConfiguration(policy: DeployedPolicy): Configuration {
  const action = (name: Action) => ({ offered: true, policy: BALANCED, ...policy.actions?.[name] });
  return {
    version: 0,
    organization: policy.organization,
    defaultDomain: policy.defaultDomain,
    domainSuffixes: (policy.domainSuffixes ?? []).map((suffix) => suffix.toLowerCase()),
    questionnaire: BUILT_IN_QUESTIONNAIRE,
    earlierQuestionnaires: [],
    actions: { unlock: action('unlock'), reset: action('reset') },
    emailCode: policy.emailCode ?? { addresses: 'confirmed' },
    eligibility: { protectedGroups: [], blocked: { people: [], groups: [] }, ...policy.eligibility },
    limits: { ...DEFAULT_LIMITS, ...policy.limits },
  };
}
