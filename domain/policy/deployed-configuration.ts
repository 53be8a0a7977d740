import { BUILT_IN_QUESTIONNAIRE, BUILT_IN_QUESTIONS } from '../questionnaire/built-in.ts';
import type { VerificationPolicy } from '../verification/policy.ts';
import type { Action } from './action.ts';
import type { GroupRef } from './audience.ts';
import type { ConfigurationDocument } from './configuration-document.ts';
import { configurationOf, type Configuration, type Deployment, type Outside } from './configuration.ts';
import type { EligibilityRules } from './eligibility.ts';
import type { KnownDomain } from './known-domain.ts';
import { DEFAULT_CLAIM_FORMS, type ClaimForms } from '../recovery/claim-forms.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import type { MethodSettings } from './methods.ts';
import type { AcceptedRisk, ActionRule } from './user-configuration.ts';

/** What a deployment says of its policy; all else is the product's default, and the administrators' from then on. */
export interface DeployedPolicy {
  readonly organization: { readonly name: string; readonly helpDeskPhone: string };
  readonly defaultDomain: string;
  /** Every domain that is served; only the default one, when left out. */
  readonly domains?: readonly KnownDomain[];
  readonly claims?: Partial<ClaimForms>;
  readonly eligibility: Pick<EligibilityRules, 'bases' | 'ownAccounts'> & Partial<EligibilityRules>;
  readonly actions?: Partial<
    Record<Action, { readonly offered?: boolean; readonly policy?: VerificationPolicy }>
  >;
  /** What answers that suffice alone need; it stands in version 0, for whoever asks later. */
  readonly acceptedRisks?: readonly AcceptedRisk[];
  readonly emailCode?: Pick<ConfigurationDocument['methods']['email-code'], 'addresses'>;
  readonly languages?: ConfigurationDocument['languages'];
  readonly limits?: Partial<Limits>;
  readonly outside?: Partial<Outside>;
  /** The first administrators. */
  readonly administrators?: readonly GroupRef[];
  readonly blockedGroups?: readonly GroupRef[];
  /** The groups of the roles in version 0; the administrators' to change from then on. */
  readonly access?: Partial<ConfigurationDocument['access']>;
}

/** A code to a confirmed address and the security answers: the shipped default for both actions. */
export const BALANCED: VerificationPolicy = {
  required: ['email-code', 'security-answers'],
  optional: [],
  minimumOptional: 0,
};

/** The languages that come with the product (portal/catalogs): Citrix's five and German. */
export const SHIPPED_LANGUAGES = ['en', 'fr', 'ja', 'es', 'zh-CN', 'de'] as const;

/** The configuration a deployment starts with, version 0. */
export const deployedConfiguration = (policy: DeployedPolicy): Configuration =>
  configurationOf(
    {
      version: 0,
      document: deployedDocument(policy),
      questionnaireVersion: 1,
      earlierQuestionnaires: [],
      reason: 'As deployed',
      publishedAt: 0,
    },
    deploymentOf(policy),
  );

/** The part of a deployment's policy that stays the deployment's. */
export const deploymentOf = (policy: DeployedPolicy): Deployment => ({
  defaultDomain: policy.defaultDomain,
  domains: (policy.domains ?? [{ netbiosName: policy.defaultDomain, dnsName: '', upnSuffixes: [] }]).map(
    ({ netbiosName, dnsName, upnSuffixes }) => ({
      netbiosName: netbiosName.toUpperCase(),
      dnsName: dnsName.toLowerCase(),
      upnSuffixes: upnSuffixes.map((suffix) => suffix.toLowerCase()),
    }),
  ),
  claims: { ...DEFAULT_CLAIM_FORMS, ...policy.claims },
  eligibility: { protectedGroups: [], ...policy.eligibility },
  limits: { ...DEFAULT_LIMITS, ...policy.limits },
  outside: { webhooks: [], events: false, writableAttributes: [], ...policy.outside },
  administrators: policy.administrators ?? [],
});

/** The methods a deployment starts with; all others are switched on by administrators, who set what they need. */
export const deployedMethods = ({ emailCode }: Pick<DeployedPolicy, 'emailCode'>): MethodSettings => ({
  'security-answers': { on: true },
  'email-code': { on: true, addresses: emailCode?.addresses ?? 'confirmed' },
});

function deployedDocument(policy: DeployedPolicy): ConfigurationDocument {
  const languages = policy.languages ?? { default: 'en', offered: SHIPPED_LANGUAGES };
  const inDefault = (text: string) => ({ [languages.default]: text });
  const rule = (action: Action): ActionRule => ({
    offered: policy.actions?.[action]?.offered ?? true,
    ...(policy.actions?.[action]?.policy ?? BALANCED),
  });
  return {
    format: 1,
    languages,
    branding: {
      organization: inDefault(policy.organization.name),
      helpLine: inDefault(policy.organization.helpDeskPhone),
    },
    methods: deployedMethods(policy),
    questions: BUILT_IN_QUESTIONS,
    groups: [],
    questionnaire: {
      items: BUILT_IN_QUESTIONNAIRE.map((question) => ({ question })),
      minimumAnswers: BUILT_IN_QUESTIONNAIRE.length,
      maskAnswers: true,
    },
    userConfigurations: [
      {
        id: 'everyone',
        name: 'Everyone',
        include: { everyone: true, users: [], groups: [], units: [] },
        exclude: { users: [], groups: [], units: [] },
        actions: { unlock: rule('unlock'), reset: rule('reset') },
        ...(policy.acceptedRisks && { acceptedRisks: policy.acceptedRisks }),
      },
    ],
    blockList: (policy.blockedGroups ?? []).map((group) => ({ group, reason: 'As deployed' })),
    access: { administrator: [], 'policy-editor': [], 'help-desk': [], auditor: [], ...policy.access },
  };
}
