import type { Configuration } from '../domain/policy/configuration.ts';
import type { ConfigurationStore } from '../domain/ports/configuration-store.ts';

/** A configuration that nobody publishes another one over. */
export const standingConfiguration = (configuration: Configuration): ConfigurationStore => ({
  current: () => Promise.resolve(configuration),
  version: () => Promise.resolve(undefined),
  versions: () => Promise.resolve([]),
  publish: () => Promise.resolve(false),
});
