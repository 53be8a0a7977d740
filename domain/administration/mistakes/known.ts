import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { Outside } from '../../policy/configuration.ts';

/** What has to be known besides a document to find its mistakes. */
export interface Known {
  /** The languages the portal speaks, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** Why a text is no LDAP filter; undefined when it is one. */
  readonly filterTrouble: (filter: string) => string | undefined;
  /** What lies outside that the deployment is joined to. */
  readonly outside: Outside;
  /** The document in force: what it says already was right when it was written, and is left alone when time alone made it wrong. */
  readonly inForce?: ConfigurationDocument;
}
