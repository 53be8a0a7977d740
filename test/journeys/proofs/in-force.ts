import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import { anEvent } from '../../support/stored-records.ts';
import type { Running } from './running.ts';

/** Puts a changed document in force, as its next version, for every request from now on. */
export async function inForce(
  { ports, clock }: Pick<Running, 'ports' | 'clock'>,
  change: (document: ConfigurationDocument) => ConfigurationDocument,
): Promise<void> {
  const current = await ports.configuration.current();
  const version = {
    ...current,
    document: change(current.document),
    version: current.version + 1,
    reason: 'a proof',
  };
  await ports.configuration.publish(version, anEvent({ at: clock.now() }));
  // Whoever read the one before may go on with it for a minute.
  clock.pass(61_000);
}
