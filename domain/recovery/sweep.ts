import { filetimeToMs } from '../policy/password-rules.ts';
import type { Account } from '../ports/directory.ts';
import type { Ports } from '../ports/index.ts';
import type { Flow, Intent, Outcome } from './flow.ts';
import { settle } from './settle.ts';

export type SweepNeeds = Pick<Ports, 'flows' | 'directory' | 'random' | 'clock'>;

/** Older than any request can still be at work: the API's limit is 29 seconds. */
const LEFT_BEHIND_MS = 35_000;
/** How far a domain controller's clock may be from ours, as Kerberos allows. */
const SKEW_MS = 5 * 60_000;

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
  const left = await ports.flows.unsettled(ports.clock.now() - LEFT_BEHIND_MS, 25);
  let settled = 0;
  for (const flow of left) if (await settleLeftover(ports, flow)) settled += 1;
  return { settled, waiting: left.length - settled };
}

async function settleLeftover(ports: SweepNeeds, flow: Flow): Promise<boolean> {
  if (!flow.intent) return false;
  const seen = await lookAgain(ports, flow, flow.intent);
  if (seen === 'unreachable') return false;
  await settle(ports, flow, judgeLeftover(flow.intent, seen, ports.clock.now()), 'sweeper');
  return true;
}

/** A silent domain controller says nothing about the others' flows: it is asked again next time. */
async function lookAgain(
  { directory }: SweepNeeds,
  flow: Flow,
  intent: Intent,
): Promise<Account | 'gone' | 'unreachable'> {
  try {
    return (await directory.read(flow.person, intent.domainController)) ?? 'gone';
  } catch {
    return 'unreachable';
  }
}

/** Finds the truth in what was before and what is now; pure. */
export function judgeLeftover(intent: Intent, now: Account | 'gone', at: number): Outcome {
  const { action, operation } = intent;
  if (now === 'gone') return { action, operation, result: 'unknown', at };
  const happened = action === 'unlock' ? unlockHappened(intent, now) : passwordChanged(intent, now);
  if (happened === 'no') return { action, operation, result: 'unchanged', reason: 'not-executed', at };
  return { action, operation, result: happened === 'yes' ? 'done' : 'unknown', at };
}

/** Unlocked now is what was wanted; the very lock of before means it did not happen; another lock says nothing. */
function unlockHappened({ before }: Intent, now: Account): 'yes' | 'no' | 'unclear' {
  if (now.lockoutTime === '0') return 'yes';
  return now.lockoutTime === before.lockoutTime ? 'no' : 'unclear';
}

/** pwdLastSet moves with every change: the same means none; one set at our hour is ours; any other may be anybody's. */
function passwordChanged({ before, at }: Intent, now: Account): 'yes' | 'no' | 'unclear' {
  if (now.passwordLastSet === before.passwordLastSet) return 'no';
  if (now.passwordLastSet === '0') return 'unclear';
  return Math.abs(filetimeToMs(now.passwordLastSet) - at) <= SKEW_MS ? 'yes' : 'unclear';
}
