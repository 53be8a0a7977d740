import { previewOf, type MatchedSomebody } from '../administration/preview-match.ts';
import { userConfigurationSentences } from '../administration/sentences.ts';
import { quoted } from '../administration/sentences/words.ts';
import type { Enrollment } from '../enrollment/enrollment.ts';
import type { Action } from '../policy/action.ts';
import type { Configuration } from '../policy/configuration.ts';
import { matchOf } from '../policy/user-configuration.ts';
import type { Account, RepairRights } from '../ports/account.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import type { Freeze } from '../ports/person-notes.ts';
import type { MethodName } from '../verification/method.ts';
import { conditionsOf, type Condition } from './condition-words.ts';
import { fixSentence, type FixContext } from './fix-words.ts';
import { judgePerson, type Judgement } from './judge-person.ts';
import type { ActionProspect, Colour, Fix } from './prospect.ts';
import { provableMethods } from './registration-gap.ts';
import { registrationSentences } from './registration-words.ts';
import { rulesSentences } from './rules-words.ts';

/** Everything that decides over one person, and whether they could help themselves now. */
export interface Explanation {
  /** Who it is, which user configuration holds them and why, later ones, the entry that blocks them, what they registered. */
  readonly preview: MatchedSomebody;
  readonly domainController: string;
  /** What holds self-service up for them; left out when nothing does. */
  readonly frozen?: Freeze;
  /** What that user configuration says. */
  readonly userConfiguration: readonly string[];
  /** How the account stands. */
  readonly conditions: readonly Condition[];
  /** The password rules in force: the domain's, or a fine-grained policy's. */
  readonly rules: {
    readonly source: string;
    readonly readable: boolean;
    readonly sentences: readonly string[];
  };
  /** What could be proven now, and what of the registration does not count, or not for long. */
  readonly registration: { readonly provable: readonly MethodName[]; readonly sentences: readonly string[] };
  readonly actions: Readonly<Record<Action, ActionProspect & { readonly sentence: string }>>;
  readonly colour: Colour;
  /** The one thing to put right first; left out when all that is offered works. */
  readonly fix?: Fix;
}

/** All that is known of somebody's account. */
export interface Circumstances {
  readonly enrollment: Enrollment | undefined;
  /** What holds self-service up for them. */
  readonly frozen: Freeze | undefined;
  /** Undefined when the account went while it was looked at. */
  readonly rights: RepairRights | undefined;
  readonly rules: PasswordRules;
}

/** Explains one person, whose account was read with the filters that the configuration asks for; pure. */
export function explanationOf(
  account: Account,
  { enrollment, frozen, rights, rules }: Circumstances,
  configuration: Configuration,
  now: number,
): Explanation {
  const preview = previewOf(account, enrollment, configuration, now);
  const provable = provableMethods(enrollment, account, configuration, now);
  const judgement = rights
    ? judgePerson(account, { enrollment, frozen, rights, rules }, configuration, now)
    : GONE;
  const { userConfigurations } = configuration.document;
  const userConfiguration = matchOf(account, userConfigurations)?.userConfiguration;
  const context = { account, frozen, preview, configuration, userConfiguration, provable, now };
  const { actions } = judgement;
  return {
    preview,
    domainController: account.domainController,
    ...(frozen && { frozen }),
    userConfiguration: userConfiguration
      ? userConfigurationSentences(userConfiguration, configuration.document)
      : [],
    conditions: conditionsOf(account, rules, now),
    rules: { source: rules.source, readable: rules.readable, sentences: rulesSentences(rules) },
    registration: { provable, sentences: registrationSentences(enrollment, provable, configuration, now) },
    actions: {
      unlock: { ...actions.unlock, sentence: actionSentence('unlock', actions.unlock, context) },
      reset: { ...actions.reset, sentence: actionSentence('reset', actions.reset, context) },
    },
    colour: judgement.colour,
    ...fixOf(judgement, context),
  };
}

const isGone = { works: false, because: 'gone' } as const;
const GONE: Judgement = { actions: { unlock: isGone, reset: isGone }, colour: 'red', fix: 'gone' };

type Context = Omit<FixContext, 'action' | 'until'>;

function fixOf({ fix, actions }: Judgement, context: Context): { readonly fix?: Fix } {
  if (fix === undefined) return {};
  const action = isFor(actions.unlock, fix) ? 'unlock' : 'reset';
  return {
    fix: { code: fix, sentence: fixSentence(fix, { ...context, action, ...endOf(actions[action]) }) },
  };
}

const isFor = (prospect: ActionProspect, code: Fix['code']): boolean =>
  prospect.works === false && prospect.because === code;

const endOf = (prospect: ActionProspect): { readonly until?: number } =>
  prospect.works === false && prospect.until !== undefined ? { until: prospect.until } : {};

const WORKS: Readonly<Record<Action, string>> = {
  unlock: 'They could unlock the account now.',
  reset: 'They could set a new password now; that unlocks too.',
};
const OFFERED: Readonly<Record<Action, string>> = {
  unlock: 'Unlocking is not offered',
  reset: 'A new password is not offered',
};

function actionSentence(action: Action, prospect: ActionProspect, context: Context): string {
  if (prospect.works === true) return WORKS[action];
  if (prospect.works === false)
    return fixSentence(prospect.because, { ...context, action, ...endOf(prospect) });
  const { userConfiguration } = context;
  return `${OFFERED[action]}${userConfiguration ? ` in ${quoted(userConfiguration.name)}` : ' to them'}.`;
}
