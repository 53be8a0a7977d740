import type { Action } from '../policy/action.ts';
import { ineligibility, type Rulebook } from '../policy/eligibility.ts';
import type { UserConfiguration } from '../policy/user-configuration.ts';
import type { Account } from '../ports/account.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import { obstacleOfState, type ExactObstacle, type Obstructive } from './account-condition.ts';
import { lockOf } from './lock.ts';
import { minimumAgeEndsAt } from './minimum-age.ts';

/** Why an action that is offered is not to be had now, by a setting of its user configuration. */
export type Hindrance =
  /** An unlock would not help: the password has expired, or must be changed. */
  | 'password-expired'
  /** A reset has to wait until the account is unlocked. */
  | 'locked'
  /** A reset has to wait until the minimum age of the password has passed. */
  | 'minimum-age';

const HINDRANCES: ReadonlySet<string> = new Set<Hindrance>(['password-expired', 'locked', 'minimum-age']);

/** Whether it is a setting, and not the account, that says no. */
export const isHindrance = (because: string): because is Hindrance => HINDRANCES.has(because);

/** What would become of one action, asked for now. */
export type ActionProspect =
  | { readonly works: true }
  | {
      readonly works: false;
      readonly because: ExactObstacle | Hindrance;
      /** When that ends by itself, in epoch milliseconds; left out where it does not, or nobody knows. */
      readonly until?: number;
    }
  | { readonly works: 'not-offered' };

export type ActionProspects = Readonly<Record<Action, ActionProspect>>;

/** What a prospect depends on, as much as a list shows of an account too; the minimum age is not judged without `passwordLastSet`. */
export type Prospective = Obstructive &
  Pick<Account, 'locked' | 'mustChangePassword' | 'passwordExpired'> &
  Partial<Pick<Account, 'passwordLastSet' | 'lockoutTime'>>;

/** What is judged by; without `rules` a minimum age counts for nothing. */
export interface Circumstances {
  readonly rules: PasswordRules | undefined;
  /** The one in force for the person; undefined offers nothing. */
  readonly userConfiguration: UserConfiguration | undefined;
  readonly now: number;
}

/**
 * What each action would do for this account now, were everything proven, and if nothing, the one reason: who they are first, then
 * how their account is, then what is offered to them, then its settings. The one judge: pages ask it to tell, the bench asks it
 * before every change. Pure.
 */
export function actionProspects(
  account: Account,
  configuration: Rulebook,
  circumstances: Circumstances,
): ActionProspects {
  const because = ineligibility(account, configuration, circumstances.now);
  if (because === undefined) return prospectsOfState(account, circumstances);
  return { unlock: { works: false, because }, reset: { works: false, because } };
}

/** The same for an account that is eligible; pure. */
export function prospectsOfState(state: Prospective, circumstances: Circumstances): ActionProspects {
  const because = obstacleOfState(state);
  if (because !== undefined) return { unlock: { works: false, because }, reset: { works: false, because } };
  return { unlock: unlockProspect(state, circumstances), reset: resetProspect(state, circumstances) };
}

function unlockProspect(state: Prospective, { userConfiguration }: Circumstances): ActionProspect {
  const rule = userConfiguration?.actions.unlock;
  if (!rule?.offered) return { works: 'not-offered' };
  const expired = state.passwordExpired || state.mustChangePassword;
  return expired && !rule.evenWhenExpired ? { works: false, because: 'password-expired' } : { works: true };
}

function resetProspect(state: Prospective, { userConfiguration, rules, now }: Circumstances): ActionProspect {
  const rule = userConfiguration?.actions.reset;
  if (!rule?.offered) return { works: 'not-offered' };
  const { locked, lockoutTime = '0', passwordLastSet = '0' } = state;
  if (rule.notWhileLocked && locked) {
    const endsAt = lockOf({ locked, lockoutTime }, rules, now)?.endsAt;
    return { works: false, because: 'locked', ...(endsAt !== undefined && { until: endsAt }) };
  }
  const until =
    rule.notBeforeMinimumAge && rules ? minimumAgeEndsAt({ passwordLastSet }, rules, now) : undefined;
  return until === undefined ? { works: true } : { works: false, because: 'minimum-age', until };
}
