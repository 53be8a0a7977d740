import type { Configuration, ConfigurationVersion } from '../policy/configuration.ts';
import type { TrailEvent } from '../trail/event.ts';

/** Keeps the configuration and every version it ever had. Throws a Failure when the store cannot be reached. */
export interface ConfigurationStore {
  /** The version in force: the newest published, else the deployment's own (version 0); with the deployment's facts. */
  current(): Promise<Configuration>;
  /** One version, as it was published. */
  version(number: number): Promise<ConfigurationVersion | undefined>;
  /** Versions before `before` (all, when left out), newest first, at most `limit`; version 0 is the last. */
  versions(limit: number, before?: number): Promise<readonly ConfigurationVersion[]>;
  /**
   * Publishes `next` with its trail event in one transaction, while `next.version - 1` is the newest; false when that
   * version exists already.
   */
  publish(next: ConfigurationVersion, event: TrailEvent): Promise<boolean>;
}
