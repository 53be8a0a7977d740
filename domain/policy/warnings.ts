import { policyWarnings } from '../verification/policy-warnings.ts';
import { ACTIONS, type Action } from './action.ts';
import type { ConfigurationDocument } from './configuration-document.ts';
import { sendMethod } from './methods.ts';
import { policyAsOn } from './policy-as-on.ts';
import { sentPasswordWays } from './sent-password-ways.ts';
import type { UserConfiguration } from './user-configuration.ts';

/** What is risky about a document though it may be published, one sentence each; shown wherever it is set. */
export const warnings = (document: ConfigurationDocument): readonly string[] => [
  ...destinationWarnings(document),
  ...formWarnings(document),
  ...document.userConfigurations.flatMap((userConfiguration) => {
    const { name, actions } = userConfiguration;
    return [
      ...deadEnds(name, actions),
      ...proofWarnings(userConfiguration, document),
      ...sentPasswordWarnings(userConfiguration),
    ];
  }),
];

/** What is risky about the proofs that are asked for; the same of both actions is said once. */
function proofWarnings(
  { name, actions }: UserConfiguration,
  document: ConfigurationDocument,
): readonly string[] {
  const deeds = new Map<string, Action[]>();
  for (const action of ACTIONS.filter((each) => actions[each].offered))
    for (const warning of policyWarnings(policyAsOn(actions[action], document), sendMethod(document))) {
      const about = warning(DEED);
      deeds.set(about, [...(deeds.get(about) ?? []), action]);
    }
  return [...deeds].map(([about, which]) => `In "${name}", ${about.replaceAll(DEED, which.join(' or '))}`);
}

/** Stands for what a warning is about, until all that it is about are known. */
const DEED = '{deed}';

function destinationWarnings({ methods, textMessages }: ConfigurationDocument): readonly string[] {
  return [
    ...(methods['email-code'].addresses === 'confirmed-or-directory'
      ? [
          "Codes may go to Active Directory's mail attribute. That mailbox often opens with the very password that was forgotten; use addresses that people confirm themselves.",
        ]
      : []),
    ...(textMessages?.numbers === 'confirmed-or-directory'
      ? [
          "Codes may go to Active Directory's mobile attribute. Nobody has proved to reach that number, and whoever may write it gets the codes; use numbers that people confirm themselves.",
        ]
      : []),
  ];
}

/** A filter that finds people by a part of what is typed. */
const formWarnings = ({ searchForm }: ConfigurationDocument): readonly string[] =>
  searchForm && /\*[^()]*%[A-Za-z][A-Za-z0-9-]*%|%[A-Za-z][A-Za-z0-9-]*%[^()]*\*/.test(searchForm.filter)
    ? [
        'The filter of the search form finds people by a part of what they type: a short guess is enough to be taken for somebody. Compare whole values.',
      ]
    : [];

function sentPasswordWarnings({ name, actions: { reset } }: UserConfiguration): readonly string[] {
  const { sentPassword } = reset;
  if (!reset.offered || !sentPassword) return [];
  const { left } = sentPasswordWays(sentPassword, [...reset.required, ...reset.optional]);
  return [
    `In "${name}", new passwords are sent to people. Whoever reads the message first has the account; let people set their password themselves.`,
    ...(left.length === 0 && sentPasswordWays(sentPassword, reset.required).left.length > 0
      ? [
          `In "${name}", whoever chooses a code that comes the same way as the new password would is sent none. Send it by the other way as well.`,
        ]
      : []),
  ];
}

/** Accounts that nothing is offered for, though something is offered to their people. */
function deadEnds(name: string, { unlock, reset }: UserConfiguration['actions']): readonly string[] {
  if (!reset.offered) return [];
  const found: string[] = [];
  if (reset.notWhileLocked && !unlock.offered)
    found.push(
      `In "${name}", nothing is offered while an account is locked: no reset, and no unlock at all. Offer to unlock as well, or to reset while locked.`,
    );
  if (reset.notWhileLocked && unlock.offered && !unlock.evenWhenExpired)
    found.push(
      `In "${name}", nothing is offered while an account is locked and its password has expired: unlocking would not help, and a reset has to wait for it. Offer to unlock even when the password has expired, or to reset while locked.`,
    );
  if (reset.notBeforeMinimumAge && !unlock.offered)
    found.push(
      `In "${name}", nothing is offered to whoever forgets a password before its minimum age has passed. Offer to unlock as well, for those who are only locked out.`,
    );
  return found;
}
