import { examine, type ExamineNeeds } from '../../domain/health/examine.ts';
import { worstOf, type Examination } from '../../domain/health/examination.ts';
import { saysRotationIsLate } from '../../domain/health/findings/password-age-finding.ts';
import type { Ports } from '../../domain/ports/index.ts';
import type { Meter } from '../metrics.ts';
import { withHeartbeat } from '../with-heartbeat.ts';
import { patienceFor, VISIT_MS } from './patience.ts';

/** What a visit of the doctor needs: the domains to look at, the directory to look references up in, and where to write down what was found. */
export type VisitNeeds = Omit<ExamineNeeds, 'patience'> & Pick<Ports, 'health'>;

/** Looks at everything, keeps what was found, and counts it. */
export const examinationRun = (ports: VisitNeeds, meter: Meter, visitMs = VISIT_MS) =>
  withHeartbeat(meter, async (): Promise<Examination> => {
    const examination = await examine({ ...ports, patience: patienceFor(visitMs) });
    await ports.health.saveExamination(examination);
    count(examination, meter);
    return examination;
  });

function count({ domains, configuration }: Examination, meter: Meter): void {
  for (const findings of [...domains.map((one) => one.findings), configuration])
    meter.count('HealthChecked', { state: worstOf(findings) });
  const late = domains.flatMap((one) => one.findings.filter(saysRotationIsLate));
  meter.count('RotationLate', undefined, late.length);
}
