import type { Ports } from '../ports/index.ts';
import { holdOn, type HoldNeeds } from './hold.ts';
import { askedOfThem } from './overview.ts';
import type { Session } from './session.ts';

/** How somebody is led to setting up an authenticator app: with a way past it, or without. */
export type SetUpFirst = 'skippable' | 'forced';

/**
 * Whether somebody who has signed in must, or should, set up an authenticator app before anything else: when the configuration
 * says so, it is asked of them, and they have none. Not while nothing of theirs may be changed.
 */
export async function setUpFirst(
  ports: Pick<Ports, 'enrollments'> & HoldNeeds,
  session: Session,
): Promise<SetUpFirst | undefined> {
  const configuration = await ports.configuration.current();
  const { methods, userConfigurations } = configuration.document;
  const setUp = methods['authenticator-app']?.setUp ?? 'voluntary';
  const own = userConfigurations.find(({ id }) => id === session.userConfiguration);
  if (setUp === 'voluntary' || !askedOfThem(configuration, own).includes('authenticator-app'))
    return undefined;
  const enrollment = await ports.enrollments.find(session.person);
  if (enrollment?.authenticator || (await holdOn(ports, session.person))) return undefined;
  return setUp;
}
