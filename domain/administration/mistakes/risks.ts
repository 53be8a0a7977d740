import { ACTIONS, type Action } from '../../policy/action.ts';
import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import { policyAsOn } from '../../policy/policy-as-on.ts';
import { sentPasswordWays } from '../../policy/sent-password-ways.ts';
import type { AcceptedRisk, Risk, UserConfiguration } from '../../policy/user-configuration.ts';
import { answersSuffice } from '../../verification/answers-suffice.ts';
import type { Mistake } from '../mistake.ts';
import { sameValue } from '../same-value.ts';
import type { Known } from './known.ts';
import { pointer } from './pointer.ts';
import { repeated } from './repeated.ts';

/** The fewest characters that can say who decided and why. */
const LEAST_REASON = 20;

type Document = Pick<ConfigurationDocument, 'methods' | 'textMessages'>;

/** The mistakes in risks that a user configuration takes, and in how they were accepted. */
export const riskMistakes = (
  userConfiguration: UserConfiguration,
  path: string,
  document: Document,
  { inForce }: Pick<Known, 'inForce'>,
): readonly Mistake[] => [
  ...reasonMistakes(userConfiguration, path),
  ...answersAlone(userConfiguration, path, document, inForce),
  ...sentPasswords(userConfiguration, path, document),
];

function reasonMistakes({ name, acceptedRisks = [] }: UserConfiguration, path: string): readonly Mistake[] {
  const at = (index: number) => `${path}${pointer('acceptedRisks', index)}`;
  return [
    ...acceptedRisks.flatMap((accepted, index): readonly Mistake[] =>
      isReasoned(accepted)
        ? []
        : [
            {
              path: `${at(index)}/reason`,
              code: 'risk-not-accepted',
              message: `User configuration "${name}" accepts the risk "${accepted.risk}" and does not say why.`,
              remedy: `Write down who decided it and why, in ${String(LEAST_REASON)} characters or more: an auditor will read it.`,
            },
          ],
    ),
    ...repeated(acceptedRisks, ({ risk }) => risk).map(({ item, index, first }): Mistake => ({
      path: at(index),
      code: 'already-there',
      message: `Risk "${item.risk}" is already accepted in user configuration "${name}", at ${at(first)}.`,
      remedy: 'Nothing is missing; remove one of the two.',
    })),
  ];
}

const isReasoned = ({ reason }: AcceptedRisk): boolean => Array.from(reason.trim()).length >= LEAST_REASON;

/** A reason that is too short is told where it stands, and once. */
const isAccepted = ({ acceptedRisks = [] }: UserConfiguration, risk: Risk): boolean =>
  acceptedRisks.some((accepted) => accepted.risk === risk);

const acceptance = (risk: Risk): string =>
  `accept the risk in writing ("Accepted risk" at the console; in a file, "acceptedRisks"): {"risk": "${risk}", "reason": "who decided it, and why"}`;

function answersAlone(
  userConfiguration: UserConfiguration,
  path: string,
  document: Document,
  inForce: ConfigurationDocument | undefined,
): readonly Mistake[] {
  if (isAccepted(userConfiguration, 'answers-alone')) return [];
  const { id, name, actions } = userConfiguration;
  // What was published before risks were written down was right then: whoever blocks somebody need not settle that first.
  const before = inForce?.userConfigurations.find((one) => one.id === id);
  const wasSo = (action: Action) =>
    before !== undefined &&
    !isAccepted(before, 'answers-alone') &&
    sameValue(before.actions[action], actions[action]);
  return ACTIONS.filter(
    (action) =>
      actions[action].offered && answersSuffice(policyAsOn(actions[action], document)) && !wasSo(action),
  ).map((action) => ({
    path: `${path}${pointer('actions', action)}`,
    code: 'risk-not-accepted',
    message: `In user configuration "${name}", security answers are enough to ${action}, and nobody has accepted that risk: answers can be guessed or looked up.`,
    remedy: `Ask for a code as well, or ${acceptance('answers-alone')}.`,
  }));
}

function sentPasswords(
  userConfiguration: UserConfiguration,
  path: string,
  document: Document,
): readonly Mistake[] {
  const { name, actions } = userConfiguration;
  const { reset } = actions;
  if (!reset.offered || !reset.sentPassword) return [];
  const at = `${path}${pointer('actions', 'reset', 'sentPassword')}`;
  const { byText, left } = sentPasswordWays(reset.sentPassword, reset.required);
  return [
    ...(isAccepted(userConfiguration, 'sent-passwords') ? [] : [sentUnaccepted(name, at)]),
    ...(byText && !document.textMessages ? [noTexts(name, at)] : []),
    ...(left.length === 0 ? [goesToProof(name, at)] : []),
  ];
}

const sentUnaccepted = (name: string, path: string): Mistake => ({
  path,
  code: 'risk-not-accepted',
  message: `User configuration "${name}" sends new passwords to people, and nobody has accepted that risk: whoever reads the message first has the account.`,
  remedy: `Let people set it themselves (leave "sentPassword" out), or ${acceptance('sent-passwords')}.`,
});

const noTexts = (name: string, path: string): Mistake => ({
  path,
  code: 'no-text-messages',
  message: `User configuration "${name}" sends new passwords by text message, but to whom texts may go is set nowhere.`,
  remedy: 'Set "textMessages", or send them by e-mail alone.',
});

const goesToProof = (name: string, path: string): Mistake => ({
  path,
  code: 'password-to-proof',
  message: `User configuration "${name}" sends new passwords only by what a required code came by: one mailbox or one telephone would be enough for all of it.`,
  remedy: 'Send them by the other way, or require another proof.',
});
