import { sweep, type Swept, type SweepNeeds } from '../../domain/recovery/sweep.ts';
import type { Meter } from '../metrics.ts';
import { withHeartbeat } from '../with-heartbeat.ts';

/** Settles what requests left behind. */
export const sweepRun = (ports: SweepNeeds, meter: Meter) =>
  withHeartbeat(meter, async (): Promise<Swept> => {
    const swept = await sweep(ports);
    for (let i = 0; i < swept.settled; i += 1) meter.count('LeftoverSettled');
    for (let i = 0; i < swept.waiting; i += 1) meter.count('LeftoverWaiting');
    return swept;
  });
