import type { SendMethod } from './methods.ts';
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

/** A password we make is sent to people instead of their setting one; they must change it at their next sign-in. For parity; behind `acceptedRisks`. */
export interface SentPassword {
  /** `sent-and-expired` is NetIQ's second mode; here a sent password has always to be changed. */
  readonly mode: 'sent' | 'sent-and-expired';
  /** Never goes by a way that was used as a proof. */
  readonly by: Exclude<SendMethod, 'choice'>;
}

/** Something risky that administrators decided for, in writing. */
export const RISKS = ['answers-alone', 'sent-passwords'] as const;
export type Risk = (typeof RISKS)[number];
export interface AcceptedRisk {
  readonly risk: Risk;
  /** Who decided it, and why; what an auditor will read. */
  readonly reason: string;
}

/** When setting a new password is offered. */
export interface ResetRule extends ActionRule {
  /** Not while the account is locked: it must be unlocked first. */
  readonly notWhileLocked?: boolean;
  /** Not before the minimum age of the password has passed, which a reset in AD would pay no heed to. */
  readonly notBeforeMinimumAge?: boolean;
  /** Left out: the person sets the new password. */
  readonly sentPassword?: SentPassword;
}

/** A named rule: whom it matches, what they may do, how they must prove themselves. The first that matches wins. */
export interface UserConfiguration {
  readonly id: string;
  readonly name: string;
  readonly include: Audience;
  /** Beats `include`. */
  readonly exclude: Audience;
  readonly actions: { readonly unlock: UnlockRule; readonly reset: ResetRule };
  readonly acceptedRisks?: readonly AcceptedRisk[];
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
