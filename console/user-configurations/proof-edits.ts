import type { ReadyMadePolicy, ResetRule, UserConfiguration } from '../../client/client.ts';
import { isReasoned, reasonFor, withRisk } from './accepted-risks.ts';
import { asking } from './action-rule.ts';

/** Asking what a ready-made policy asks for; its risk has to be accepted in words, and one it does not take is accepted no more. */
export function withReadyMade(
  before: UserConfiguration,
  { policy, risks }: Pick<ReadyMadePolicy, 'policy' | 'risks'>,
): UserConfiguration {
  const { unlock, reset } = before.actions;
  const filled = { ...before, actions: { unlock: asking(unlock, policy), reset: asking(reset, policy) } };
  const reason = risks.includes('answers-alone') ? (reasonFor(before, 'answers-alone') ?? '') : undefined;
  return withRisk(filled, 'answers-alone', reason);
}

/** Sending new passwords so, which has to be accepted in words; undefined: people set their own. */
export function withSentPassword(
  before: UserConfiguration,
  sent: ResetRule['sentPassword'],
): UserConfiguration {
  const { sentPassword: _before, ...reset } = before.actions.reset;
  const next = sent ? { ...reset, sentPassword: sent } : reset;
  const reason = sent && (reasonFor(before, 'sent-passwords') ?? '');
  return withRisk({ ...before, actions: { ...before.actions, reset: next } }, 'sent-passwords', reason);
}

/** Whether every risk that is accepted on the screen is accepted in words. */
export const isAcceptedInWords = (one: UserConfiguration): boolean =>
  (['answers-alone', 'sent-passwords'] as const)
    .filter((risk) => risk === 'answers-alone' || one.actions.reset.sentPassword !== undefined)
    .map((risk) => reasonFor(one, risk))
    .every((reason) => reason === undefined || isReasoned(reason));
