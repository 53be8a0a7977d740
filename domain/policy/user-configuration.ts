import type { VerificationPolicy } from '../verification/policy.ts';
import { belonging, type Audience, type Belonging, type Candidate } from './audience.ts';

/** Whether an action is offered, and what must be proven for it. */
export interface ActionRule extends VerificationPolicy {
  readonly offered: boolean;
}

/** When unlocking is offered. */
export interface UnlockRule extends ActionRule {
  /** Also with an expired password, which then has to be changed at the next sign-in. */
  readonly evenWhenExpired?: boolean;
}

/** When setting a new password is offered. */
export interface ResetRule extends ActionRule {
  /** Not while the account is locked: it must be unlocked first. */
  readonly notWhileLocked?: boolean;
  /** Not before the minimum age of the password has passed, which a reset in AD would pay no heed to. */
  readonly notBeforeMinimumAge?: boolean;
}

/** A named rule: whom it matches, what they may do, how they must prove themselves. The first that matches wins. */
export interface UserConfiguration {
  readonly id: string;
  readonly name: string;
  readonly include: Audience;
  /** Beats `include`. */
  readonly exclude: Audience;
  readonly actions: { readonly unlock: UnlockRule; readonly reset: ResetRule };
}

/** Which user configuration somebody falls under, and why. */
export interface Match {
  readonly userConfiguration: UserConfiguration;
  readonly because: Belonging;
}

/** The first user configuration that includes somebody and does not exclude them; pure. */
export function matchOf(
  candidate: Candidate,
  userConfigurations: readonly UserConfiguration[],
): Match | undefined {
  for (const userConfiguration of userConfigurations) {
    const because = belonging(candidate, userConfiguration.include);
    if (because && !belonging(candidate, userConfiguration.exclude)) return { userConfiguration, because };
  }
  return undefined;
}

/** Every LDAP filter the directory must judge before `matchOf` can. */
export const filtersIn = (userConfigurations: readonly UserConfiguration[]): readonly string[] => [
  ...new Set(
    userConfigurations.flatMap(({ include, exclude }) =>
      [include.filter, exclude.filter].filter((filter) => filter !== undefined),
    ),
  ),
];
