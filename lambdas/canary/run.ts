import {
  type CanaryNeeds,
  type CanaryOutcome,
  type CanaryStep,
  runCanary,
} from '../../domain/canary/run-canary.ts';
import { Failure } from '../../domain/failure.ts';
import type { Journal } from '../http/site.ts';
import type { Meter } from '../metrics.ts';
import { withHeartbeat } from '../with-heartbeat.ts';

/** What a round needs of the world, and who the canary is. */
export interface CanaryPorts extends CanaryNeeds {
  /** As it is typed at the portal and at a domain controller. */
  readonly username: string;
}

/** How the round went; `off` where there is no canary. */
export type CanaryTold = CanaryOutcome | { readonly kind: 'off' };

/**
 * Sends the canary on a round, where there is one; tells of each step and what it came to, in the journal and in metrics. What breaks is told like
 * what is refused: the round is what is looked at, and the next one is an hour away.
 */
export const canaryRun = (ports: CanaryPorts | undefined, meter: Meter, journal: Journal) =>
  withHeartbeat(meter, async (): Promise<CanaryTold> => {
    if (!ports) return { kind: 'off' };
    const steps = stepTimes(ports);
    const outcome = await runCanary(ports, ports.username, steps.begin).catch(
      (cause: unknown): CanaryOutcome => {
        const code = cause instanceof Failure ? cause.code : 'unexpected';
        journal.error('canary trouble', { step: steps.now(), code }, cause);
        return { kind: 'failed', step: steps.now(), code };
      },
    );
    journal.info('canary', { ...toldOf(outcome), milliseconds: steps.took() });
    meter.count('CanaryRan');
    if (outcome.kind === 'failed') meter.count('CanaryFailed', { step: outcome.step });
    else meter.count('SecondsToUsablePassword', undefined, outcome.secondsToUsablePassword);
    return outcome;
  });

function toldOf(outcome: CanaryOutcome): Readonly<Record<string, string | number>> {
  if (outcome.kind === 'well') return outcome;
  const { reasons, ...rest } = outcome;
  return { ...rest, ...(reasons && { reasons: reasons.join(' ') }) };
}

function stepTimes({ clock }: Pick<CanaryNeeds, 'clock'>) {
  const begun: { readonly step: CanaryStep; readonly at: number }[] = [];
  const endOf = (index: number): number => begun[index + 1]?.at ?? clock.now();
  return {
    begin: (step: CanaryStep): void => void begun.push({ step, at: clock.now() }),
    now: (): CanaryStep => begun.at(-1)?.step ?? 'recall',
    /** Milliseconds of each step, such as `recall 12, unlock 2140`. */
    took: (): string => begun.map(({ step, at }, index) => `${step} ${endOf(index) - at}`).join(', '),
  };
}
