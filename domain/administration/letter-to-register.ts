import type { Enrollment } from '../enrollment/enrollment.ts';
import { answersStanding } from '../enrollment/registration.ts';
import type { Letter } from '../messages/message.ts';
import type { Configuration } from '../policy/configuration.ts';

/**
 * What somebody is written whose answers do not fulfil the questionnaire in force: by when to give new ones, as long as the
 * old ones are good; afterwards, as to those who never gave any, to set up. Pure.
 */
export function letterToRegister(
  enrollment: Enrollment | undefined,
  configuration: Configuration,
  now: number,
): Extract<Letter, { kind: 'set-up-reminder' | 'register-again' }> {
  const standing = enrollment?.answers && answersStanding(enrollment.answers, configuration, now);
  return standing?.kind === 'earlier'
    ? { kind: 'register-again', by: standing.until }
    : { kind: 'set-up-reminder' };
}
