import type { Configuration } from '../policy/configuration.ts';

/** Keeps the configuration and every version it ever had. Throws a Failure when the store cannot be reached. */
export interface ConfigurationStore {
  /** The version in force: the newest published, else the deployment's own (version 0). */
  current(): Promise<Configuration>;
  /** An earlier version, as it was published. */
  version(number: number): Promise<Configuration | undefined>;
  /** Publishes `next` as version `seenVersion + 1`; false when that version exists already. */
  publish(next: Configuration, seenVersion: number): Promise<boolean>;
}
