import { runDuePostActions, type RunDueNeeds } from '../../domain/post-actions/run-due.ts';
import { tellOutside, type TellOutsideNeeds } from '../../domain/post-actions/tell-outside.ts';
import { withHeartbeat } from '../with-heartbeat.ts';
import { toldRuns, type Tally, type ToldBy } from './told-runs.ts';

/** Tells webhooks and the topic of the changes that were made. */
export const tellOutsideRun = (ports: RunDueNeeds & TellOutsideNeeds, told: ToldBy) =>
  withHeartbeat(told.meter, async (): Promise<Tally> =>
    toldRuns(await runDuePostActions(ports, 'outside', (job) => tellOutside(ports, job)), told),
  );
