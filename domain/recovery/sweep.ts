import type { Account } from '../ports/account.ts';
import type { Ports } from '../ports/index.ts';
import { jobsAfter } from '../post-actions/jobs-after.ts';
import type { Flow, Intent } from './flow.ts';
import { judgeLeftover, untold } from './leftover.ts';
import { settle } from './settle.ts';

export type SweepNeeds = Pick<Ports, 'flows' | 'directory' | 'configuration' | 'random' | 'clock'>;

/** Older than any request can still be at work: the API's limit is 29 seconds. */
const LEFT_BEHIND_MS = 35_000;
/** A controller that stayed silent this long may never come back: what happened is then unknown, and said to be. */
const GIVE_UP_MS = 24 * 60 * 60_000;
/** Leftovers looked at in one sweep. */
const AT_ONCE = 200;

/** What one sweep did; `waiting` counts those whose domain controller did not answer. */
export interface Swept {
  readonly settled: number;
  readonly waiting: number;
}

/**
 * Settles the changes whose request never came back, from what the same domain controller shows now. It only reads the
 * directory: a change is never repeated. What cannot be told is settled as `unknown`.
 */
export async function sweep(ports: SweepNeeds): Promise<Swept> {
  const left = await ports.flows.unsettled(ports.clock.now() - LEFT_BEHIND_MS, AT_ONCE);
  // A controller that was silent once in this round is not waited for again: it must not keep the others' flows waiting.
  const silent = new Set<string>();
  let settled = 0;
  for (const flow of left) if (await settleLeftover(ports, flow, silent)) settled += 1;
  return { settled, waiting: left.length - settled };
}

async function settleLeftover(ports: SweepNeeds, flow: Flow, silent: Set<string>): Promise<boolean> {
  const { intent } = flow;
  if (!intent) return false;
  const now = ports.clock.now();
  const seen = silent.has(intent.domainController) ? 'unreachable' : await lookAgain(ports, flow, intent);
  if (seen === 'unreachable') silent.add(intent.domainController);
  if (seen === 'unreachable' && now - intent.at < GIVE_UP_MS) return false;
  const outcome = seen === 'unreachable' ? untold(intent, now) : judgeLeftover(intent, seen, now);
  const account = seen === 'gone' || seen === 'unreachable' ? undefined : seen;
  const jobs = jobsAfter(ports, flow, outcome, await ports.configuration.current(), account);
  return settle(ports, flow, outcome, 'sweeper', jobs);
}

/** A silent domain controller says nothing about the others' flows: it is asked again next time. */
async function lookAgain(
  { directory }: SweepNeeds,
  flow: Flow,
  intent: Intent,
): Promise<Account | 'gone' | 'unreachable'> {
  try {
    return (await directory.read(flow.person, { on: intent.domainController })) ?? 'gone';
  } catch {
    return 'unreachable';
  }
}
