import { worstOf, type Examination } from '../../domain/health/examination.ts';
import { CHECKS, type Finding } from '../../domain/health/finding.ts';
import { GMSA_NOTE } from '../../domain/health/gmsa-note.ts';
import type { Prospect } from '../../domain/health/prospect.ts';
import type { PreFlight } from '../../domain/ports/health-store.ts';
import { outlookView } from './explanation-view.ts';
import { instant } from './tell.ts';

/** What the doctor found, as the API tells it. */
export const examinationView = ({ at, domains, configuration }: Examination) => ({
  at: instant(at),
  domains: domains.map(({ domain, findings }) => ({
    domain,
    worst: worstOf(findings),
    findings: findings.map(findingView),
  })),
  configuration: configuration.map(findingView),
  notes: GMSA_NOTE,
});

const findingView = ({ check, commands = [], ...finding }: Finding) => ({
  ...finding,
  check,
  question: CHECKS[check],
  commands,
});

/** How a pre-flight went, or how far it is. */
export const preFlightView = ({ startedAt, finishedAt, counts, fixes }: PreFlight) => ({
  startedAt: instant(startedAt),
  ...(finishedAt !== undefined && { finishedAt: instant(finishedAt) }),
  counts,
  fixes,
});

/** One person of a pre-flight. */
export const prospectView = ({ actions, ...prospect }: Prospect) => ({
  ...prospect,
  actions: { unlock: outlookView(actions.unlock), reset: outlookView(actions.reset) },
});
