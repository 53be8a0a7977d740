import { isOn } from '../policy/configuration-document.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { UserConfiguration } from '../policy/user-configuration.ts';
import { fulfilledBy } from '../questionnaire/questionnaire.ts';
import { usableAnswers } from '../recovery/asked.ts';
import type { MethodName } from '../verification/method.ts';
import { judge } from '../verification/policy.ts';
import { registeredMethods, type Enrollment, type RegisteredAnswers } from './enrollment.ts';

/**
 * How far somebody has come. `registered`: enough for every action offered to them. `partly`: something, not enough.
 * `out-of-date`: it was enough, and must be registered anew, now or by a date. `never`: nothing.
 */
export type RegistrationStatus = 'registered' | 'partly' | 'out-of-date' | 'never';

/** Whether answers fulfil the questionnaire in force, an earlier one until a time, or none that is still accepted. */
export type AnswersStanding =
  | { readonly kind: 'current' }
  | { readonly kind: 'earlier'; readonly until: number }
  | { readonly kind: 'too-old' };

type Rules = Pick<Configuration, 'questionnaire' | 'earlierQuestionnaires' | 'document'>;

/** Where somebody's answers stand; pure. */
export function answersStanding(answers: RegisteredAnswers, rules: Rules, now: number): AnswersStanding {
  const answered = new Set(answers.answers.map(({ questionId }) => questionId));
  if (fulfilledBy(rules.questionnaire, answered)) return { kind: 'current' };
  const ends = rules.earlierQuestionnaires
    .filter((earlier) => now < earlier.acceptedUntil && fulfilledBy(earlier, answered))
    .map(({ acceptedUntil }) => acceptedUntil);
  return ends.length > 0 ? { kind: 'earlier', until: Math.max(...ends) } : { kind: 'too-old' };
}

/** The methods somebody could prove themselves with now; pure. */
export const usableMethods = (
  enrollment: Enrollment | undefined,
  rules: Rules,
  now: number,
): readonly MethodName[] =>
  registeredMethods(enrollment).filter(
    (method) =>
      isOn(rules.document, method) &&
      (method !== 'security-answers' ||
        (enrollment?.answers !== undefined && usableAnswers(enrollment.answers, rules, now) !== undefined)),
  );

/** How far somebody has come under their user configuration; pure. */
export function registrationStatus(
  enrollment: Enrollment | undefined,
  { actions }: UserConfiguration,
  rules: Rules,
  now: number,
): RegistrationStatus {
  const registered = registeredMethods(enrollment);
  if (registered.length === 0) return 'never';
  const offered = Object.values(actions).filter((rule) => rule.offered);
  const enough = (methods: readonly MethodName[]) =>
    offered.every(
      (rule) =>
        judge(
          rule,
          methods.map((method) => ({ method, at: now })),
          now,
        ).kind === 'met',
    );
  const current = !enrollment?.answers || answersStanding(enrollment.answers, rules, now).kind === 'current';
  const usable = usableMethods(enrollment, rules, now);
  // What has to be registered anew is nothing to somebody who is asked for other methods.
  if (enough(current ? usable : usable.filter((method) => method !== 'security-answers')))
    return 'registered';
  return enough(registered) && !current ? 'out-of-date' : 'partly';
}
