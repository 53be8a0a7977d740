import type { Enrollment } from '../enrollment/enrollment.ts';
import { registrationStatus } from '../enrollment/registration.ts';
import { blockedBy } from '../policy/block-list.ts';
import type { Configuration } from '../policy/configuration.ts';
import { isOwnAccount } from '../policy/eligibility.ts';
import { isUnderInDomain } from '../policy/distinguished-name.ts';
import { matchOf, type UserConfiguration } from '../policy/user-configuration.ts';
import type { ListedPerson } from '../ports/directory-reader.ts';
import type { RegistrationRow } from './registration-row.ts';

export interface Registration {
  readonly status: RegistrationRow['status'];
  /** Left out for those who are under none, and for those to whom it does not matter. */
  readonly userConfiguration?: UserConfiguration;
}

/** How far a listed person has come, or why there is nothing to register; judged in the order of `judgeEligibility`; pure. */
export function registrationOf(
  listed: ListedPerson,
  enrollment: Enrollment | undefined,
  configuration: Configuration,
  now: number,
): Registration {
  const { document, eligibility } = configuration;
  if (blockedBy(listed, document.blockList, now)) return { status: 'blocked' };
  if (isProtected(listed, configuration)) return { status: 'protected' };
  if (!eligibility.bases.some((base) => isUnderInDomain(listed.distinguishedName, base)))
    return { status: 'not-offered' };
  const userConfiguration = matchOf(listed, document.userConfigurations)?.userConfiguration;
  if (!userConfiguration) return { status: 'not-offered' };
  const offers = Object.values(userConfiguration.actions).some(({ offered }) => offered);
  return {
    status: offers ? registrationStatus(enrollment, userConfiguration, configuration, now) : 'not-offered',
    userConfiguration,
  };
}

/** As far as a list shows it; at the moment of change the account itself is judged (policy/eligibility.ts). */
function isProtected(
  { person, username, privileged, groups }: ListedPerson,
  { eligibility }: Configuration,
): boolean {
  const held = new Set(groups);
  return (
    privileged ||
    isOwnAccount({ person, username }, eligibility) ||
    eligibility.protectedGroups.some((sid) => held.has(sid.toUpperCase()))
  );
}
