import { preFlight, type PreFlightNeeds, type PreFlown } from '../../domain/health/pre-flight.ts';
import { COLOURS, type FixCode } from '../../domain/health/prospect.ts';
import type { PreFlight } from '../../domain/ports/health-store.ts';
import type { Meter } from '../metrics.ts';
import { withHeartbeat } from '../with-heartbeat.ts';

/** A page is saved well before the end: five hundred people take seconds, and a slow domain controller a minute. */
const MARGIN_MS = 2 * 60_000;
/** Why nothing at all is offered to somebody. */
const NOT_SERVED: readonly FixCode[] = [
  'gone',
  'blocked',
  'own-account',
  'privileged',
  'out-of-scope',
  'not-offered',
];

/**
 * Judges everybody, as far as `remainingMs` reach, or to the end when they are left out. A run that is cut short is gone on with by
 * the next call; there is one a day.
 */
export const preFlightRun = (ports: PreFlightNeeds, meter: Meter) =>
  withHeartbeat(meter, async (remainingMs: number = Number.POSITIVE_INFINITY): Promise<PreFlown> => {
    const flown = await preFlight(ports, ports.clock.now() + remainingMs - MARGIN_MS);
    if (flown.kind === 'finished') tell(flown.run, meter);
    return flown;
  });

/** Only the first thing to put right is known of each person: who is not served is not asked whether they are registered. */
function tell({ counts, fixes }: PreFlight, meter: Meter): void {
  for (const colour of COLOURS) meter.count('PreFlightJudged', { colour }, counts[colour]);
  const inNeedOf = (...codes: readonly FixCode[]): number =>
    codes.reduce((sum, code) => sum + (fixes[code] ?? 0), 0);
  const served = counts.green + counts.amber + counts.red - inNeedOf(...NOT_SERVED);
  meter.count('PeopleServed', undefined, served);
  meter.count('PeopleRegistered', undefined, served - inNeedOf('not-enrolled'));
  meter.count('RegistrationDue', undefined, inNeedOf('register-again', 'register-more'));
}
