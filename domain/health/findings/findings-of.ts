import type { EligibilityRules } from '../../policy/eligibility.ts';
import type { DomainFacts } from '../domain-facts.ts';
import type { Finding } from '../finding.ts';
import { accountFinding } from './account-findings.ts';
import { controllerFindings } from './controller-findings.ts';
import { excessFindings } from './excess-findings.ts';
import { privilegeFinding } from './privilege-finding.ts';
import { readingFindings } from './reading-findings.ts';
import { rightsFindings } from './rights-findings.ts';
import { roleFindings } from './role-findings.ts';

/** What is expected besides what every domain must be like. */
export type Expectations = Pick<EligibilityRules, 'protectedGroups'>;

/**
 * Judges what was seen of a domain at `now` (epoch milliseconds); pure. A cause is told once: what could not be looked at
 * because of it is left out.
 */
export function findingsOf(facts: DomainFacts, expectations: Expectations, now: number): readonly Finding[] {
  const { controllers, accounts, reading } = facts;
  const unfinished = unfinishedFinding(facts);
  return [
    ...controllers.flatMap((controller) => controllerFindings(controller, now)),
    ...roleFindings(facts),
    ...present(accounts.map((account) => accountFinding(account, now))),
    ...present(accounts.map((account) => privilegeFinding(account, expectations))),
    ...readingFindings(facts),
    ...(reading ? rightsFindings(reading) : []),
    ...excessFindings(facts, expectations),
    ...(unfinished ? [unfinished] : []),
  ];
}

const present = (findings: readonly (Finding | undefined)[]): readonly Finding[] =>
  findings.filter((finding) => finding !== undefined);

/** Nobody is to take half a look for a whole one. */
const unfinishedFinding = ({ domain, trouble }: DomainFacts): Finding | undefined =>
  trouble === undefined
    ? undefined
    : {
        check: 'reading',
        object: domain,
        state: 'broken',
        cause: `It could not be looked at to the end: ${trouble}`,
        remedy: 'Mend what is said above, if anything is, and run the doctor again.',
      };
