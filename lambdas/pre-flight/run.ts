import { preFlight, type PreFlightNeeds, type PreFlown } from '../../domain/health/pre-flight.ts';
import { COLOURS } from '../../domain/health/prospect.ts';
import type { Meter } from '../metrics.ts';

/** A page is saved well before the end: five hundred people take seconds, and a slow domain controller a minute. */
const MARGIN_MS = 2 * 60_000;

/**
 * Judges everybody, as far as `remainingMs` reach, or to the end when they are left out. A run that is cut short is gone on with by
 * the next call; there is one a day.
 */
export const preFlightRun =
  (ports: PreFlightNeeds, meter: Meter) =>
  async (remainingMs = Number.POSITIVE_INFINITY): Promise<PreFlown> => {
    const flown = await preFlight(ports, ports.clock.now() + remainingMs - MARGIN_MS);
    if (flown.kind === 'finished')
      for (const colour of COLOURS) meter.count('PreFlightJudged', { colour }, flown.run.counts[colour]);
    return flown;
  };
