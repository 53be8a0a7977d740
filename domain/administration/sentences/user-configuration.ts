import { ACTIONS, type Action } from '../../policy/action.ts';
import type { Audience, GroupRef, UserRef } from '../../policy/audience.ts';
import type {
  AcceptedRisk,
  ActionRule,
  ResetRule,
  Risk,
  SentPassword,
  UnlockRule,
  UserConfiguration,
} from '../../policy/user-configuration.ts';
import type { MethodName } from '../../verification/method.ts';
import { listed, METHOD_WORDS, ordinal, quoted } from './words.ts';

/** Whom a user configuration applies to, what they may do and what they must prove; without its place in the order. */
export const ruleSentences = (userConfiguration: UserConfiguration): readonly string[] => [
  audienceSentence(userConfiguration),
  ...ACTIONS.map((action) => actionSentence(action, userConfiguration)),
  ...(userConfiguration.acceptedRisks ?? []).map(riskSentence),
];

const riskSentence = ({ risk, reason }: AcceptedRisk): string =>
  `It is accepted that ${RISK_WORDS[risk]}: ${quoted(reason)}.`;

const RISK_WORDS: Readonly<Record<Risk, string>> = {
  'answers-alone': 'security answers alone suffice',
  'sent-passwords': 'new passwords are sent to people',
};

/** Its place among the others; nothing where it is the only one. */
export function placeSentences(
  { id }: UserConfiguration,
  userConfigurations: readonly UserConfiguration[],
): readonly string[] {
  const index = userConfigurations.findIndex((one) => one.id === id);
  if (userConfigurations.length < 2 || index < 0) return [];
  return [
    `It comes ${ordinal(index)}: ${
      index === 0
        ? 'whoever matches it is not affected by those after it.'
        : 'whoever matches an earlier user configuration is not affected.'
    }`,
  ];
}

/** Which users and groups are meant for good, behind the names that people read; a name is no more than a label. */
export const meantSentences = ({
  users,
  groups,
}: {
  readonly users: readonly UserRef[];
  readonly groups: readonly GroupRef[];
}): readonly string[] => [
  ...users.filter(({ guid }) => guid !== '').map(({ name, guid }) => `${name} is the user ${guid}.`),
  ...groups.filter(({ sid }) => sid !== '').map(({ name, sid }) => `${name} is the group ${sid}.`),
];

function audienceSentence({ include, exclude }: UserConfiguration): string {
  const meant = members(include).map((who) => `to ${who}`);
  const not = members(exclude).map((who) => `to ${who}`);
  const applies = `It applies ${meant.length > 0 ? listed(meant) : 'to nobody'}`;
  return not.length > 0 ? `${applies}, but not ${listed(not, 'or')}.` : `${applies}.`;
}

const members = ({ everyone, users, groups, units, filter }: Audience): readonly string[] => [
  ...(everyone ? ['everyone'] : []),
  ...users.map(({ name }) => name),
  ...groups.map(({ name }) => `members of ${name}`),
  ...units.map((unit) => `everyone under ${unit}`),
  ...(filter === undefined ? [] : [`everyone found by the filter ${filter}`]),
];

const DEEDS: Readonly<Record<Action, string>> = {
  unlock: 'unlock their account',
  reset: 'reset their password',
};

function actionSentence(action: Action, { actions }: UserConfiguration): string {
  const rule = actions[action];
  if (!rule.offered) return `They may not ${DEEDS[action]}.`;
  const when = { unlock: unlockSentences(actions.unlock), reset: resetSentences(actions.reset) }[action];
  return [`They may ${DEEDS[action]}.`, ...when, ...proofSentences(rule)].join(' ');
}

const unlockSentences = ({ evenWhenExpired }: UnlockRule): readonly string[] =>
  evenWhenExpired ? ['That is offered even when their password has expired.'] : [];

const resetSentences = ({
  notWhileLocked,
  notBeforeMinimumAge,
  sentPassword,
}: ResetRule): readonly string[] => [
  ...(notWhileLocked ? ['That is not offered while their account is locked.'] : []),
  ...(notBeforeMinimumAge
    ? ['That is not offered before the minimum age of their password has passed.']
    : []),
  ...(sentPassword ? [sentSentence(sentPassword)] : []),
];

const sentSentence = ({ mode, by }: SentPassword): string =>
  `They do not set it themselves: a new one is sent to them ${SENT_BY[by]}, and must be changed at the next sign-in${mode === 'sent' ? '' : ', for it is marked as expired'}.`;

const SENT_BY: Readonly<Record<SentPassword['by'], string>> = {
  email: 'by e-mail',
  sms: 'by text message',
  both: 'by e-mail and by text message',
  'email-first': 'by e-mail, else by text message',
  'sms-first': 'by text message, else by e-mail',
};

/** `For that they must give a code by e-mail and at least 1 of these: …` */
function proofSentences({ required, optional, minimumOptional }: ActionRule): readonly string[] {
  const must = listed(required.map(words));
  const choice = optional.length > 0 ? optional.map(words).join(', ') : 'nothing';
  const some = minimumOptional === 0 ? '' : `at least ${String(minimumOptional)} of these: ${choice}`;
  const demands = [must, some].filter((demand) => demand !== '').join(', and ');
  return [
    demands === '' ? 'Nothing is asked for that.' : `For that they must give ${demands}.`,
    ...(minimumOptional === 0 && optional.length > 0
      ? [`They may also give ${listed(optional.map(words), 'or')}, but need not.`]
      : []),
  ];
}

/** A method this build does not know is a mistake that is told elsewhere. */
const words = (method: MethodName): string =>
  Object.hasOwn(METHOD_WORDS, method) ? METHOD_WORDS[method] : quoted(method);
