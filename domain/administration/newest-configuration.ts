import { partsOf, type Configuration, type ConfigurationVersion } from '../policy/configuration.ts';
import type { Ports } from '../ports/index.ts';

/** A version as if it were in force, in the same deployment; pure. */
export const inForceAs = (version: ConfigurationVersion, configuration: Configuration): Configuration => ({
  ...configuration,
  ...version,
  questionnaire: { version: version.questionnaireVersion, parts: partsOf(version.document) },
});

/** The version in force as the store has it at this moment; what `current` remembers may be some seconds old. */
export async function newestConfiguration({
  configuration,
}: Pick<Ports, 'configuration'>): Promise<Configuration> {
  const remembered = await configuration.current();
  const [newest] = await configuration.versions(1);
  return newest && newest.version !== remembered.version ? inForceAs(newest, remembered) : remembered;
}
