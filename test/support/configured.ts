import type { Audience } from '../../domain/policy/audience.ts';
import type { BlockEntry } from '../../domain/policy/block-list.ts';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import { configurationOf, type Configuration } from '../../domain/policy/configuration.ts';
import { deployedConfiguration } from '../../domain/policy/deployed-configuration.ts';
import type { EligibilityRules } from '../../domain/policy/eligibility.ts';
import type { Limits } from '../../domain/policy/limits.ts';
import type { AcceptedRisk, ActionRule, UserConfiguration } from '../../domain/policy/user-configuration.ts';
import type { Account } from '../../domain/ports/account.ts';
import type { Question } from '../../domain/questionnaire/question.ts';
import type { VerificationPolicy } from '../../domain/verification/policy.ts';
import { DOMAIN, sidOf, STAFF } from './scripted-account.ts';

type Methods = VerificationPolicy['required'];

/** What a test says of its configuration; the parts of the document, the limits and the eligibility one by one. */
export type ConfigurationChanges = Partial<
  Omit<Configuration, 'document' | 'questionnaire' | 'limits' | 'eligibility'>
> & {
  readonly document?: Partial<ConfigurationDocument>;
  readonly limits?: Partial<Limits>;
  readonly eligibility?: Partial<EligibilityRules>;
};

/** What tests run with unless they say otherwise: answers unlock; answers and a code reset. */
export function aConfiguration(changes: ConfigurationChanges = {}): Configuration {
  const base = deployedConfiguration({
    organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
    defaultDomain: DOMAIN,
    domains: [{ netbiosName: DOMAIN, dnsName: 'corp.example', upnSuffixes: [] }],
    eligibility: { bases: [STAFF], ownAccounts: ['CORP\\svc-selfservice', 'CORP\\svc-dataproxy'] },
    actions: {
      unlock: { policy: { required: ['security-answers'], optional: [], minimumOptional: 0 } },
      reset: { policy: { required: ['email-code', 'security-answers'], optional: [], minimumOptional: 0 } },
    },
    administrators: [{ name: 'CORP\\Latchkey Administrators', sid: sidOf(1701) }],
  });
  const { document, limits, eligibility, ...rest } = changes;
  const whole = {
    ...base,
    ...rest,
    document: { ...base.document, ...document },
    limits: { ...base.limits, ...limits },
    eligibility: { ...base.eligibility, ...eligibility },
  };
  return configurationOf(whole, whole);
}

/** An audience of nobody, but for what is said. */
export const anAudience = (changes: Partial<Audience> = {}): Audience => ({
  users: [],
  groups: [],
  units: [],
  ...changes,
});

export const EVERYONE = anAudience({ everyone: true });

/** An action that is offered for these proofs. */
export const offered = (required: Methods, optional: Methods = [], minimumOptional = 0): ActionRule => ({
  offered: true,
  required,
  optional,
  minimumOptional,
});

export const notOffered: ActionRule = { ...offered(['security-answers']), offered: false };

/** What a user configuration that answers alone suffice for must say. */
export const ANSWERS_ACCEPTED: AcceptedRisk = {
  risk: 'answers-alone',
  reason: 'Decided by the board on 3 March 2026.',
};

/** A user configuration for everyone, by answers, but for what is said. Its name is its id unless one is given. */
export const aUserConfiguration = (
  id: string,
  {
    actions,
    ...changes
  }: Partial<Omit<UserConfiguration, 'actions'>> & Partial<Pick<UserConfiguration, 'actions'>> = {},
): UserConfiguration => ({
  id,
  name: id,
  include: EVERYONE,
  exclude: anAudience(),
  actions: actions ?? { unlock: offered(['security-answers']), reset: offered(['security-answers']) },
  ...(!actions && { acceptedRisks: [ANSWERS_ACCEPTED] }),
  ...changes,
});

/** A block of one person. */
export const blockOf = ({ person, username }: Account, until?: string): BlockEntry => ({
  user: { name: `${person.domain}\\${username}`, guid: person.guid },
  reason: 'left the company',
  ...(until !== undefined && { until }),
});

/** A block of a group's members. */
export const blockOfGroup = (sid: string, until?: string): BlockEntry => ({
  group: { name: 'CORP\\Contractors', sid },
  reason: 'from outside',
  ...(until !== undefined && { until }),
});

/** A question of the store's own, in English. */
export const aQuestion = (id: string, changes: Partial<Question> = {}): Question => ({
  id,
  texts: { en: `What about ${id}?` },
  minimumLength: 3,
  caseSensitive: false,
  ...changes,
});

/** The parts of a document that ask these: a question's id, or `[answer, ids]` for a group of which so many are answered. */
export function asking(
  items: readonly (string | readonly [number, readonly string[]])[],
  more: Partial<ConfigurationDocument['questionnaire']> = {},
): Pick<ConfigurationDocument, 'questions' | 'groups' | 'questionnaire'> {
  const ids = items.flatMap((item) => (typeof item === 'string' ? [item] : item[1]));
  const groups = items.flatMap((item, at) =>
    typeof item === 'string'
      ? []
      : [{ id: `group-${String(at)}`, name: `Group ${String(at)}`, answer: item[0], questions: item[1] }],
  );
  return {
    questions: ids.map((id) => aQuestion(id)),
    groups,
    questionnaire: {
      items: items.map((item, at) =>
        typeof item === 'string' ? { question: item } : { group: `group-${String(at)}` },
      ),
      minimumAnswers: 1,
      maskAnswers: true,
      ...more,
    },
  };
}
