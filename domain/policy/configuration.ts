import type { Person } from '../person.ts';
import type { Question } from '../questionnaire/question.ts';
import type {
  EarlierQuestionnaire,
  Questionnaire,
  QuestionnairePart,
} from '../questionnaire/questionnaire.ts';
import type { ConfigurationDocument, Role } from './configuration-document.ts';
import type { GroupRef } from './audience.ts';
import type { EligibilityRules } from './eligibility.ts';
import type { KnownDomain } from './known-domain.ts';
import type { Limits } from './limits.ts';
import type { ClaimForms } from '../recovery/claim-forms.ts';

/** Who did something, as the trail and the versions show it. */
export interface Administrator {
  readonly person: Person;
  /** `CORP\alice`, as it was then. */
  readonly name: string;
}

/** One published version: the document, and what follows from the versions before it. Version 0 is the deployment's own. */
export interface ConfigurationVersion {
  readonly version: number;
  readonly document: ConfigurationDocument;
  /** The version of the questionnaire in force; goes up only when people are asked something else. */
  readonly questionnaireVersion: number;
  readonly earlierQuestionnaires: readonly EarlierQuestionnaire[];
  readonly author?: Administrator;
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly publishedAt: number;
}

/** The services outside that a deployment is joined to. */
export interface Outside {
  /** The OpenID provider's issuer. */
  readonly identityProvider?: string;
  /** The host of the service for external responses. */
  readonly externalResponses?: string;
  /** Names of webhook endpoints. */
  readonly webhooks: readonly string[];
  /** Whether there is a topic for events. */
  readonly events: boolean;
  /** Attributes that the attribute writer's account may write. */
  readonly writableAttributes: readonly string[];
}

/** What the deployment says and no administrator changes at the console. */
export interface Deployment {
  /** NetBIOS name of the domain that a bare user name belongs to. */
  readonly defaultDomain: string;
  /** Every domain that is served, the default one too. */
  readonly domains: readonly KnownDomain[];
  /** What people may type to say who they are. */
  readonly claims: ClaimForms;
  readonly eligibility: EligibilityRules;
  readonly limits: Limits;
  /** What lies outside, and may be used: decided by the deployment, for it opens the network and holds secrets. */
  readonly outside: Outside;
  /** The first administrators: members of these groups always may administer. */
  readonly administrators: readonly GroupRef[];
}

/** The version in force, as everything in the product reads it. */
export interface Configuration extends ConfigurationVersion, Deployment {
  /** The questionnaire in force: new registrations answer this one. */
  readonly questionnaire: Questionnaire;
}

/** A version together with its deployment; either may be given as a whole configuration, which has both. */
export const configurationOf = (
  version: ConfigurationVersion,
  { defaultDomain, domains, claims, eligibility, limits, outside, administrators }: Deployment,
): Configuration => ({
  ...version,
  defaultDomain,
  domains,
  claims,
  eligibility,
  limits,
  outside,
  administrators,
  questionnaire: { version: version.questionnaireVersion, parts: partsOf(version.document) },
});

/** The questionnaire a document describes: items in order, groups with what they hold now. */
export const partsOf = ({
  questionnaire,
  groups,
}: Pick<ConfigurationDocument, 'questionnaire' | 'groups'>): readonly QuestionnairePart[] =>
  questionnaire.items.flatMap((item): readonly QuestionnairePart[] => {
    if (item.question !== undefined) return [{ kind: 'single', question: item.question }];
    const group = groups.find(({ id }) => id === item.group);
    return group
      ? [{ kind: 'group', group: group.id, answer: group.answer, questions: group.questions }]
      : [];
  });

/** Questions by id, in the order of `ids`; what the store does not hold is left out. */
export const questionsOf = (
  { document: { questions } }: Pick<Configuration, 'document'>,
  ids: readonly string[],
): readonly Question[] => ids.flatMap((id) => questions.find((question) => question.id === id) ?? []);

/** The versions people may prove themselves with now: the one in force, and earlier ones that are still accepted. */
export const acceptedQuestionnaires = (
  { questionnaire, earlierQuestionnaires }: Pick<Configuration, 'questionnaire' | 'earlierQuestionnaires'>,
  now: number,
): readonly Questionnaire[] => [
  questionnaire,
  ...earlierQuestionnaires.filter(({ acceptedUntil }) => now < acceptedUntil),
];

/** The groups whose members have a role. */
export const groupsWithRole = (
  { document, administrators }: Configuration,
  role: Role,
): readonly GroupRef[] =>
  role === 'administrator' ? [...administrators, ...document.access[role]] : document.access[role];
