import { Failure, type FailureCode } from '../failure.ts';
import type { DirectoryAnswer } from '../ports/directory.ts';
import type { Ports } from '../ports/index.ts';
import type { Flow, Outcome } from './flow.ts';
import { noticeFor } from './notice.ts';

type SettleNeeds = Pick<Ports, 'flows' | 'random' | 'clock'>;

/** What the directory's answer means for the flow's intent; pure. */
export function outcomeOf(
  executing: Flow & Required<Pick<Flow, 'intent'>>,
  answer: DirectoryAnswer,
  at: number,
): Outcome {
  const { action, operation } = executing.intent;
  switch (answer.kind) {
    case 'done':
      return { action, operation, result: 'done', at };
    case 'refused':
      return { action, operation, result: 'unchanged', reason: answer.reason, at };
    case 'unknown':
      return { action, operation, result: 'unknown', at };
  }
}

/** Writes the outcome of an executing flow, with its trail event and its notice. False when it was settled already. */
export function settle(
  ports: SettleNeeds,
  executing: Flow,
  outcome: Outcome,
  by: 'request' | 'sweeper',
): Promise<boolean> {
  return ports.flows.settle(executing, outcome, noticeFor(executing.heldNotice, outcome), {
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
  });
}

/**
 * Settles right after the directory answered. When the store fails here the change may be done and is not written down:
 * that is `unsettled`, told as "may have succeeded", and the sweeper finds out. Anything else said would be a guess.
 */
export async function settleNow(
  ports: SettleNeeds,
  executing: Flow,
  outcome: Outcome,
): Promise<'settled' | 'unsettled'> {
  try {
    await settle(ports, executing, outcome, 'request');
    return 'settled';
  } catch {
    return 'unsettled';
  }
}

const NEVER_SENT: ReadonlySet<FailureCode> = new Set([
  'directory-unreachable',
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
