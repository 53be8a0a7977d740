import type { Enrollment } from '../enrollment/enrollment.ts';
import { ACTIONS, type Action } from '../policy/action.ts';
import type { Configuration } from '../policy/configuration.ts';
import { judgeEligibility, type Judged } from '../policy/eligibility.ts';
import type { UserConfiguration } from '../policy/user-configuration.ts';
import type { Account, RepairRights } from '../ports/account.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import type { Freeze } from '../ports/person-notes.ts';
import { prospectsOfState, type Prospective } from '../recovery/action-prospects.ts';
import { FIXES, type ActionProspect, type Colour, type FixCode } from './prospect.ts';
import { registrationGap } from './registration-gap.ts';

/** Somebody to be judged: an account, or as much of one as a list shows. */
export type Subject = Judged & Prospective & Pick<Account, 'mail' | 'mobile'>;

/** What is known besides the account. */
export interface Circumstances {
  readonly enrollment: Enrollment | undefined;
  /** What holds self-service up for them; a list does not look. */
  readonly frozen?: Freeze | undefined;
  readonly rights: RepairRights;
  /** Without them a minimum age counts for nothing. */
  readonly rules: PasswordRules | undefined;
}

/** What would become of each action, asked for now by the person themselves, and what to put right first. */
export interface Judgement {
  /** The one in force for the person; left out when nothing is done for them. */
  readonly userConfiguration?: UserConfiguration;
  readonly actions: Readonly<Record<Action, ActionProspect>>;
  readonly colour: Colour;
  /** Left out when all that is offered works. */
  readonly fix?: FixCode;
}

/**
 * Judges whether somebody could help themselves now, by what starting a recovery, its policy and the bench go by: who they are,
 * what they have registered, how the account is, and what the self-service account may do to it. Pure.
 */
export function judgePerson(
  subject: Subject,
  circumstances: Circumstances,
  configuration: Configuration,
  now: number,
): Judgement {
  const eligibility = judgeEligibility(subject, configuration, now);
  if (eligibility.kind === 'ineligible') {
    const { reason } = eligibility;
    const either: ActionProspect =
      reason === 'not-offered' ? { works: reason } : { works: false, because: reason };
    return { actions: { unlock: either, reset: either }, colour: 'red', fix: reason };
  }
  const { userConfiguration } = eligibility.match;
  const inQuestion = { subject, circumstances, configuration, userConfiguration, now };
  const actions = { unlock: prospectOf('unlock', inQuestion), reset: prospectOf('reset', inQuestion) };
  return { userConfiguration, actions, ...verdictOn(actions) };
}

type Refused = Extract<ActionProspect, { works: false }>;
type InQuestion = {
  readonly subject: Subject;
  readonly circumstances: Circumstances;
  readonly configuration: Configuration;
  readonly userConfiguration: UserConfiguration;
  readonly now: number;
};

function prospectOf(action: Action, asked: InQuestion): ActionProspect {
  const { subject, circumstances, configuration, userConfiguration, now } = asked;
  const rule = userConfiguration.actions[action];
  if (!rule.offered) return { works: 'not-offered' };
  const { enrollment, frozen, rights, rules } = circumstances;
  const gap = registrationGap(enrollment, subject, rule, configuration, now);
  const state = prospectsOfState(subject, { rules, userConfiguration, now })[action];
  const missing = missingRight(action, rights);
  return (
    [
      ...(frozen ? [refusal('self-service-frozen')] : []),
      ...(gap ? [refusal(gap)] : []),
      ...(state.works === false ? [state] : []),
      ...(missing ? [refusal(missing)] : []),
    ].toSorted(({ because: one }, { because: other }) => rank(one) - rank(other))[0] ?? { works: true }
  );
}

const refusal = (because: Refused['because']): Refused => ({ works: false, because });
const rank = (code: FixCode): number => FIXES.indexOf(code);

/** A reset unlocks in the same modification: where either may not be written, neither is. */
function missingRight(
  action: Action,
  { resetPassword, unlock }: RepairRights,
): Refused['because'] | undefined {
  if (action === 'reset' && !resetPassword) return 'no-reset-right';
  return unlock ? undefined : 'no-unlock-right';
}

/** What passes by itself: whoever waits is not stranded. */
const PASSING: readonly FixCode[] = ['locked', 'minimum-age'];

function verdictOn(actions: Judgement['actions']): Pick<Judgement, 'colour' | 'fix'> {
  const refused = ACTIONS.flatMap((action) => {
    const prospect = actions[action];
    return prospect.works === false ? [prospect.because] : [];
  }).toSorted((one, other) => rank(one) - rank(other));
  const [fix] = refused;
  if (fix === undefined) return { colour: 'green' };
  const some = ACTIONS.some((action) => actions[action].works === true);
  return { colour: some || refused.some((code) => PASSING.includes(code)) ? 'amber' : 'red', fix };
}
