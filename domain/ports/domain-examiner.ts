import type { DomainFacts } from '../health/domain-facts.ts';

/**
 * Looks at the domains as our two accounts see them. It changes nothing and judges nothing: what cannot be seen is a fact, not
 * a Failure. Each account signs in once, to one domain controller; a wrong password counts there as one bad try.
 */
export interface DomainExaminer {
  /** NetBIOS names, the default domain first. */
  readonly domains: readonly string[];
  /**
   * Looks at one of them, and of the served units (distinguished names) at those that lie in it. Answers within 13 seconds
   * with what it has seen by then. Throws only for a domain that is not among `domains`.
   */
  examine(domain: string, servedUnits: readonly string[]): Promise<DomainFacts>;
}
