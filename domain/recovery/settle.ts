import { Failure, type FailureCode } from '../failure.ts';
import type { Account } from '../ports/account.ts';
import type { DirectoryAnswer } from '../ports/directory-answer.ts';
import type { Ports } from '../ports/index.ts';
import type { PostActionJob } from '../post-actions/job.ts';
import type { Flow, Intent, Outcome } from './flow.ts';
import { judgeLeftover } from './leftover.ts';
import { messagesFor } from './notice.ts';

type SettleNeeds = Pick<Ports, 'flows' | 'random' | 'clock'>;

type Executing = Flow & Required<Pick<Flow, 'intent'>>;

/** Writes the outcome of an executing flow, with its trail event, its messages and its post actions. False when it was settled already. */
export function settle(
  ports: SettleNeeds,
  executing: Flow,
  outcome: Outcome,
  by: 'request' | 'sweeper',
  jobs: readonly PostActionJob[],
): Promise<boolean> {
  const event = {
    id: ports.random.id(),
    at: outcome.at,
    person: executing.person,
    reference: executing.reference,
    source: executing.source,
    happening: {
      kind: 'change-settled',
      action: outcome.action,
      result: outcome.result,
      ...(outcome.reason && { reason: outcome.reason }),
      by,
    },
  } as const;
  return ports.flows.settle(executing, outcome, messagesFor(executing, outcome), event, jobs);
}

/**
 * Settles right after the directory answered. A lost answer is read back once, on the same domain controller: what moved as
 * the change would have moved it was done. What has not moved says nothing yet, for the domain controller may still be at it.
 * Then, and when the store fails where something was changed, it is `unsettled`, told as "may have succeeded", and the sweeper
 * finds out. Anything else said would be a guess. `jobsOf` says what an outcome causes.
 */
export async function settleAnswer(
  ports: SettleNeeds,
  executing: Executing,
  answer: DirectoryAnswer,
  readBack: () => Promise<Account | undefined>,
  jobsOf: (outcome: Outcome) => readonly PostActionJob[] = () => [],
): Promise<Outcome | 'unsettled'> {
  const outcome = await outcomeOf(ports, executing.intent, answer, readBack);
  if (!outcome) return 'unsettled';
  try {
    await settle(ports, executing, outcome, 'request', jobsOf(outcome));
    return outcome;
  } catch {
    return outcome.result === 'unchanged' ? outcome : 'unsettled';
  }
}

/** Undefined: not to be told yet. */
async function outcomeOf(
  { clock }: SettleNeeds,
  intent: Intent,
  answer: DirectoryAnswer,
  readBack: () => Promise<Account | undefined>,
): Promise<Outcome | undefined> {
  const { action, operation } = intent;
  switch (answer.kind) {
    case 'done':
      return { action, operation, result: 'done', at: clock.now() };
    case 'refused':
      return { action, operation, result: 'unchanged', reason: answer.reason, at: clock.now() };
    case 'unknown': {
      const seen = await readBack().catch(() => undefined);
      const outcome = seen && judgeLeftover(intent, seen, clock.now());
      return outcome?.result === 'done' ? outcome : undefined;
    }
  }
}

const NEVER_SENT: ReadonlySet<FailureCode> = new Set([
  'directory-unreachable',
  'directory-busy',
  'directory-untrusted',
  'directory-credentials',
]);

/**
 * Asks the directory for the one change. A Failure to get as far as a signed-in connection says that it was never sent (the
 * ports' promise); whatever else breaks once it was asked means that it may have happened.
 */
export async function askOnce(ask: () => Promise<DirectoryAnswer>): Promise<DirectoryAnswer> {
  try {
    return await ask();
  } catch (error) {
    const neverSent = error instanceof Failure && NEVER_SENT.has(error.code);
    return neverSent ? { kind: 'refused', reason: 'not-executed' } : { kind: 'unknown' };
  }
}
