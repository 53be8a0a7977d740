import { LIFETIMES } from '../policy/limits.ts';
import { isOn, sendMethod, waysOf } from '../policy/methods.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { UserConfiguration } from '../policy/user-configuration.ts';
import { fulfilledBy } from '../questionnaire/questionnaire.ts';
import { usableAnswers } from '../recovery/asked.ts';
import { METHODS, type MethodName } from '../verification/method.ts';
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

/**
 * The methods somebody could prove themselves with now, in the house's order; pure. Those that need nothing to be registered are
 * among them.
 */
export const usableMethods = (
  enrollment: Enrollment | undefined,
  rules: Rules,
  now: number,
): readonly MethodName[] => {
  const registered = registeredMethods(enrollment);
  return METHODS.filter(
    (method) =>
      isOn(rules.document, method) &&
      (needsNothing(method) ||
        (enrollment !== undefined &&
          registered.includes(method) &&
          (COUNTS[method]?.(enrollment, rules, now) ?? true))),
  );
};

/** Compared elsewhere: nothing has to be registered for it here. */
export const needsNothing = (method: MethodName): boolean =>
  method === 'external-responses' || method === 'ldap-attributes';

/** Whether somebody who has registered nothing could prove enough for an action that is offered to them; pure. */
export const suffices = (
  { actions }: UserConfiguration,
  { document }: Pick<Rules, 'document'>,
  now: number,
): boolean => {
  const proofs = METHODS.filter((method) => needsNothing(method) && isOn(document, method)).map((method) => ({
    method,
    at: now,
  }));
  return Object.values(actions).some((rule) => rule.offered && judge(rule, proofs, now).kind === 'met');
};

/** Whether what was registered still counts, for the methods where it may not. */
const COUNTS: Partial<Record<MethodName, (enrollment: Enrollment, rules: Rules, now: number) => boolean>> = {
  'security-answers': ({ answers }, rules, now) =>
    answers !== undefined && usableAnswers(answers, rules, now) !== undefined,
  'sms-code': (enrollment, { document }) => canBeTexted(enrollment, document),
  'sent-code': (enrollment, { document }) => {
    const { email, sms } = waysOf(sendMethod(document));
    return (email && enrollment.addresses.length > 0) || (sms && canBeTexted(enrollment, document));
  },
  'previous-authentication': ({ browsers = [] }, { document }, now) => {
    const days = document.methods['previous-authentication']?.days ?? 0;
    return browsers.some(({ rememberedAt }) => now < rememberedAt + days * DAY_MS);
  },
};

const DAY_MS = 24 * LIFETIMES.hour;

const canBeTexted = ({ phones = [] }: Enrollment, { textMessages }: Rules['document']): boolean =>
  phones.some(({ country }) => textMessages?.countries.includes(country));

/** How far somebody has come under their user configuration; pure. */
export function registrationStatus(
  enrollment: Enrollment | undefined,
  { actions }: UserConfiguration,
  rules: Rules,
  now: number,
): RegistrationStatus {
  const registered = registeredMethods(enrollment);
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
  const usable = usableMethods(enrollment, rules, now);
  if (registered.length === 0) return offered.length > 0 && enough(usable) ? 'registered' : 'never';
  const current = !enrollment?.answers || answersStanding(enrollment.answers, rules, now).kind === 'current';
  // What has to be registered anew is nothing to somebody who is asked for other methods.
  if (enough(current ? usable : usable.filter((method) => method !== 'security-answers')))
    return 'registered';
  return enough([...usable, ...registered]) && !current ? 'out-of-date' : 'partly';
}
