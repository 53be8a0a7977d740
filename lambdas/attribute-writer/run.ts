import type { PostActionJob } from '../../domain/post-actions/job.ts';
import { runDuePostActions, type RunDueNeeds } from '../../domain/post-actions/run-due.ts';
import { writeAttribute, type WriteAttributeNeeds } from '../../domain/post-actions/write-attribute.ts';
import type { Carried } from '../../domain/ports/post-action-desks.ts';
import { withHeartbeat } from '../with-heartbeat.ts';
import { toldRuns, type Tally, type ToldBy } from '../post-actions/told-runs.ts';

/** Writes the attributes that are due. */
export const writeAttributesRun = (ports: RunDueNeeds & WriteAttributeNeeds, told: ToldBy) =>
  withHeartbeat(told.meter, async (): Promise<Tally> =>
    toldRuns(await runDuePostActions(ports, 'directory', (job) => written(ports, job)), told),
  );

async function written(ports: WriteAttributeNeeds, job: PostActionJob): Promise<Carried> {
  const { work } = job;
  return work.kind === 'attribute'
    ? writeAttribute(ports, { ...job, work })
    : { kind: 'failed', why: 'it is for the desk that tells others' };
}
