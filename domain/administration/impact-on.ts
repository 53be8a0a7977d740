import type { Enrollment } from '../enrollment/enrollment.ts';
import { answersStanding } from '../enrollment/registration.ts';
import { isOn } from '../policy/methods.ts';
import type { Configuration } from '../policy/configuration.ts';
import { asksTheSame } from '../questionnaire/questionnaire.ts';
import type { ListedPerson } from '../ports/directory-reader.ts';
import { METHODS, type MethodName } from '../verification/method.ts';
import { NO_IMPACT } from './add-impact.ts';
import type { Impact } from './impact.ts';
import { registrationOf, type Registration } from './registration-of.ts';
import { sameValue } from './same-value.ts';

/** Somebody as a list shows them, and what they have registered. */
export interface Somebody {
  readonly person: ListedPerson;
  readonly enrollment?: Enrollment;
}

/** One person's place, and by which configuration. */
interface Standing {
  readonly place: Registration;
  readonly configuration: Configuration;
}

/**
 * What becomes of one person when `after` takes the place of `before`: an impact of one, to be added up. Protected people are
 * looked at and never touched. The person must have been listed with the groups and filters of both. Pure.
 */
export function impactOn(
  somebody: Somebody,
  before: Configuration,
  after: Configuration,
  now: number,
): Impact {
  const standing = (configuration: Configuration): Standing => ({
    place: registrationOf(somebody.person, somebody.enrollment, configuration, now),
    configuration,
  });
  const [was, is] = [standing(before), standing(after)];
  const seen: Impact = {
    ...NO_IMPACT,
    people: 1,
    byUserConfiguration: tally({}, idOf(was), idOf(is)),
    answered: Object.fromEntries(
      (somebody.enrollment?.answers?.answers ?? []).map(({ questionId }) => [questionId, 1]),
    ),
  };
  // To whom nothing is ever done nothing changes, on the block list or off it.
  if ([was, is].some(({ place }) => place.status === 'protected')) return seen;
  return {
    ...seen,
    touched: number(isTouched(was, is)),
    mustRegisterAgain: number(mustRegisterAgain(somebody, was, is, now)),
    newlyBlocked: number(!isBlocked(was) && isBlocked(is)),
    noLongerBlocked: number(isBlocked(was) && !isBlocked(is)),
    byStatus: { ...NO_IMPACT.byStatus, ...tally(NO_IMPACT.byStatus, statusOf(was), statusOf(is)) },
  };
}

const isBlocked = ({ place }: Standing): boolean => place.status === 'blocked';

const number = (holds: boolean): number => (holds ? 1 : 0);

const idOf = ({ place }: Standing): string => place.userConfiguration?.id ?? '';

/** The registration status, of those who have something to register. */
const statusOf = ({ place: { status } }: Standing): keyof Impact['byStatus'] | undefined =>
  status === 'blocked' || status === 'not-offered' || status === 'protected' ? undefined : status;

function tally(
  counted: Impact['byUserConfiguration'],
  before: string | undefined,
  after: string | undefined,
): Impact['byUserConfiguration'] {
  const keys = [before, after].filter((key) => key !== undefined);
  return {
    ...counted,
    ...Object.fromEntries(
      keys.map((key) => [key, { before: number(key === before), after: number(key === after) }]),
    ),
  };
}

const isTouched = (was: Standing, is: Standing): boolean =>
  isBlocked(was) !== isBlocked(is) ||
  idOf(was) !== idOf(is) ||
  !sameValue(offersOf(was), offersOf(is)) ||
  (uses(is, 'security-answers') &&
    !asksTheSame(was.configuration.questionnaire, is.configuration.questionnaire));

/** What is offered to somebody and asked of them, so far as it is: an action that is not offered asks nothing. */
function offersOf(standing: Standing) {
  const { place, configuration } = standing;
  const { methods, questionnaire } = configuration.document;
  const actions = place.userConfiguration?.actions;
  return {
    offered: offeredRules(place).length > 0,
    unlock: actions?.unlock.offered ? actions.unlock : undefined,
    reset: actions?.reset.offered ? actions.reset : undefined,
    methods: METHODS.filter((method) => uses(standing, method)).map((method) => ({
      method,
      ...methods[method],
    })),
    ask: uses(standing, 'security-answers') ? questionnaire.ask : undefined,
  };
}

const offeredRules = ({ userConfiguration }: Registration) =>
  userConfiguration ? Object.values(userConfiguration.actions).filter(({ offered }) => offered) : [];

const uses = ({ place }: Standing, method: MethodName): boolean =>
  offeredRules(place).some(({ required, optional }) => [...required, ...optional].includes(method));

/** Registered now, and asked for answers that were never given: by the date, or at once where none was set. */
function mustRegisterAgain({ enrollment }: Somebody, was: Standing, is: Standing, now: number): boolean {
  const answers = enrollment?.answers;
  return (
    was.place.status === 'registered' &&
    answers !== undefined &&
    uses(is, 'security-answers') &&
    isOn(is.configuration.document, 'security-answers') &&
    answersStanding(answers, is.configuration, now).kind !== 'current'
  );
}
