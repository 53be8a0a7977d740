import type { Finding } from './finding.ts';

/** What the doctor found of one domain. */
export interface DomainExamination {
  /** NetBIOS name. */
  readonly domain: string;
  readonly findings: readonly Finding[];
}

/** One visit of the doctor. */
export interface Examination {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly domains: readonly DomainExamination[];
  /** What the configuration in force names and the directory has not. */
  readonly configuration: readonly Finding[];
}

/** The worst state among findings; `fine` when there are none. */
export function worstOf(findings: readonly Finding[]): Finding['state'] {
  const states = findings.map(({ state }) => state);
  return states.includes('broken') ? 'broken' : states.includes('warning') ? 'warning' : 'fine';
}
