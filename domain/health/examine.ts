import { Failure } from '../failure.ts';
import { isUnderInDomain } from '../policy/distinguished-name.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Ports } from '../ports/index.ts';
import type { DomainFacts } from './domain-facts.ts';
import type { DomainExamination, Examination } from './examination.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './findings/findings-of.ts';
import { referenceFindings } from './findings/reference-findings.ts';

/** The work's result; or what `late` says, when the work takes longer than there is time for. */
export type Patience = <T>(work: Promise<T>, late: () => T) => Promise<T>;

export type ExamineNeeds = Pick<Ports, 'clock' | 'examiner'> & {
  readonly directory: Pick<Ports['directory'], 'object'>;
  readonly configuration: Pick<Ports['configuration'], 'current'>;
  readonly patience: Patience;
};

/**
 * Looks at every domain, all at the same time, and at what the configuration in force names; judges it, and changes nothing.
 * Takes no longer than its patience lasts: a domain that does not answer is a finding.
 */
export async function examine(ports: ExamineNeeds): Promise<Examination> {
  const at = ports.clock.now();
  const configuration = await ports.configuration.current();
  const seen = await Promise.all(
    ports.examiner.domains.map((domain) => examineDomain(ports, domain, configuration)),
  );
  const [first, ...others] = seen.map(({ examination }) => examination);
  const lost = nowhere(configuration.eligibility.bases, seen);
  const domains = first ? [{ ...first, findings: [...first.findings, ...lost] }, ...others] : [];
  // While a domain itself is in trouble, what is not found there may be there all the same; and a wrong password tried once
  // for each reference would lock the data proxy account.
  const references = domains.some(hides) ? [] : await lookedUp(ports, configuration);
  return { at, domains, configuration: references };
}

interface Seen {
  readonly examination: DomainExamination;
  readonly facts: DomainFacts | undefined;
}

async function examineDomain(
  { examiner, patience, clock }: ExamineNeeds,
  domain: string,
  { eligibility }: Configuration,
): Promise<Seen> {
  const facts = await patience<DomainFacts | undefined>(
    examiner.examine(domain, eligibility.bases),
    () => undefined,
  );
  const findings = facts ? findingsOf(facts, eligibility, clock.now()) : [noAnswer(domain)];
  return { examination: { domain, findings }, facts };
}

const noAnswer = (domain: string): Finding => ({
  check: 'controller-port',
  object: domain,
  state: 'broken',
  cause: 'Its domain controllers could not all be looked at in time.',
  remedy: 'Check the network between the functions and them, and run the doctor again.',
});

/** Served units that lie in none of the domains. Nobody can tell while the head of any domain is not known. */
function nowhere(units: readonly string[], seen: readonly Seen[]): readonly Finding[] {
  const heads = seen.map(({ facts }) => facts?.reading?.namingContext);
  return units
    .filter((unit) => heads.every((head) => head !== undefined && !isUnderInDomain(unit, head)))
    .map((unit) => ({
      check: 'served-unit',
      object: unit,
      state: 'broken',
      cause: 'It lies in none of the domains of the settings.',
      remedy: 'Correct it in bases of the settings, or add its domain there.',
    }));
}

/** Whether a domain is in a state in which references are not found for another reason than that they are gone. */
const hides = ({ findings }: DomainExamination): boolean =>
  !findings.some(({ check, state }) => check === 'data-proxy-account' && state !== 'broken') ||
  findings.some(({ check, state }) => check === 'base-dn' && state === 'broken');

async function lookedUp(
  { directory, patience }: ExamineNeeds,
  configuration: Configuration,
): Promise<readonly Finding[]> {
  const unknown = (why: string): readonly Finding[] => [
    {
      check: 'configuration-reference',
      object: 'the configuration in force',
      state: 'warning',
      cause: `What it names could not be looked up: ${why}`,
      remedy: 'Run the doctor again.',
    },
  ];
  try {
    return await patience(referenceFindings(directory, configuration), () =>
      unknown('there was not enough time.'),
    );
  } catch (error) {
    if (error instanceof Failure) return unknown(error.message);
    throw error;
  }
}
