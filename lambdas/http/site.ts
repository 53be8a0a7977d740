import type { Configuration } from '../../domain/policy/configuration.ts';
import type { Meter } from '../metrics.ts';

/** What every function knows of the place it is served from; from the deployment, never from a request. */
export interface Site {
  /** `https://reset.example.com`, no slash at the end. */
  readonly origin: string;
  /** '' or `/prod`; every link is `basePath + path`. */
  readonly basePath: string;
  readonly version: string;
  readonly demo: boolean;
  /** Whether the origin is the customer's own name, so that well-known paths are ours. */
  readonly customDomain: boolean;
}

/** Writes one structured line; fields are listed by the caller, never a whole event. */
export interface Journal {
  info(message: string, fields: Readonly<Record<string, string | number>>): void;
  error(message: string, fields: Readonly<Record<string, string | number>>, cause: unknown): void;
}

/** What the edge of a function needs besides its routes. */
export interface Edge {
  readonly site: Site;
  readonly meter: Meter;
  readonly journal: Journal;
  /** What pages take their words, languages and looks from; never fails (see configuration-at-hand.ts). */
  readonly configuration: () => Promise<Configuration>;
}
