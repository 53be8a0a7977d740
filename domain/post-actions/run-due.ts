import { Failure } from '../failure.ts';
import type { Ports } from '../ports/index.ts';
import type { Carried } from '../ports/post-action-desks.ts';
import type { PostActionDesk, PostActionJob, PostActionWork } from './job.ts';
import { nextTry } from './retry.ts';

export type RunDueNeeds = Pick<Ports, 'postActions' | 'random' | 'clock'>;

/** What one desk can do; whoever holds it decides for which kinds of work. */
export type CarryOut = (job: PostActionJob) => Promise<Carried>;

/** What became of one job in this run. */
export interface Ran {
  readonly job: Pick<PostActionJob, 'id' | 'name' | 'failures'>;
  readonly kind: PostActionWork['kind'];
  readonly fate: 'done' | 'failed' | 'given-up';
  /** Why it is not done, for the log. */
  readonly why?: string;
}

/** How long a worker keeps a job to itself; longer than any try takes. Afterwards another may take it over. */
const CLAIM_MS = 90_000;
const AT_ONCE = 10;
/** After so long no more are begun: the run must end before Lambda ends it. */
const BEGIN_FOR_MS = 30_000;

/**
 * Does what is due at one desk: claims each job, so that no two do it at a time, and writes down what came of it. What failed is due
 * again later, for a day. A worker that dies after it was done and before that is written leaves it due: it is done
 * again, with the same id, by which the other side knows it.
 */
export async function runDuePostActions(
  ports: RunDueNeeds,
  desk: PostActionDesk,
  carryOut: CarryOut,
): Promise<readonly Ran[]> {
  const until = ports.clock.now() + BEGIN_FOR_MS;
  const all: Ran[] = [];
  while (ports.clock.now() < until) {
    const jobs = await ports.postActions.due(desk, ports.clock.now(), AT_ONCE);
    const ran = await Promise.all(jobs.map((job) => runOne(ports, job, carryOut)));
    const mine = ran.filter((one) => one !== undefined);
    all.push(...mine);
    // A round of others' jobs: whoever has them goes on.
    if (jobs.length < AT_ONCE || mine.length === 0) break;
  }
  return all;
}

/** Undefined: another worker has it. */
async function runOne(ports: RunDueNeeds, job: PostActionJob, carryOut: CarryOut): Promise<Ran | undefined> {
  const now = ports.clock.now();
  if (!(await ports.postActions.claim(job, now, now + CLAIM_MS))) return undefined;
  const carried = await tried(job, carryOut);
  const ran = { job, kind: job.work.kind, ...(carried.kind !== 'done' && { why: carried.why }) };
  const again = carried.kind === 'failed' ? nextTry(job, ports.clock.now()) : undefined;
  if (again !== undefined) {
    await ports.postActions.later(job, again);
    return { ...ran, fate: 'failed' };
  }
  const fate = carried.kind === 'done' ? 'done' : 'given-up';
  await ports.postActions.finish(job, {
    id: ports.random.id(),
    at: ports.clock.now(),
    person: job.person,
    reference: job.reference,
    source: 'post-action',
    happening: { kind: 'post-action-settled', action: job.name, result: fate },
  });
  return { ...ran, fate };
}

/** One job that breaks must not keep the others from being done. */
async function tried(job: PostActionJob, carryOut: CarryOut): Promise<Carried> {
  try {
    return await carryOut(job);
  } catch (error) {
    return { kind: 'failed', why: error instanceof Failure ? `${error.code}: ${error.message}` : 'it broke' };
  }
}
