import { ineligibility } from '../policy/eligibility.ts';
import type { Enrollment } from '../enrollment/enrollment.ts';
import type { Person } from '../person.ts';
import type { Configuration } from '../policy/configuration.ts';
import { filtersIn } from '../policy/user-configuration.ts';
import type { Account } from '../ports/account.ts';
import type { Ports } from '../ports/index.ts';
import { registrationOf, type Registration } from './registration-of.ts';

/** A person's account with all that user configurations judge by, the filters that hold too; undefined when it is gone. */
export const accountNow = (
  { directory }: Pick<Ports, 'directory'>,
  person: Person,
  { document }: Configuration,
): Promise<Account | undefined> =>
  directory.read(person, { filters: filtersIn(document.userConfigurations) });

/** How far somebody has come whose account is at hand: it shows more than a list does. Pure. */
export function registrationOfAccount(
  account: Account,
  enrollment: Enrollment | undefined,
  configuration: Configuration,
  now: number,
): Registration {
  const unblocked = { ...configuration, document: { ...configuration.document, blockList: [] } };
  const privileged = ineligibility(account, unblocked, now) === 'privileged';
  return registrationOf({ ...account, privileged }, enrollment, configuration, now);
}
