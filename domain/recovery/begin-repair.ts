import type { Action } from '../policy/action.ts';
import type { Account } from '../ports/directory.ts';
import type { Ports } from '../ports/index.ts';
import { provenMethods, type Flow, type Intent } from './flow.ts';
import { noticeOf } from './notice.ts';

export interface IntendedRepair {
  readonly flow: Flow;
  readonly action: Action;
  /** The client's Idempotency-Key. */
  readonly operation: string;
  readonly source: string;
}

/**
 * The write-ahead intent, with its trail event and the notice held back, in one transaction: no intent written, no change
 * made. Answers the flow as it executes; undefined when another request was first.
 */
export async function beginRepair(
  { flows, random, clock }: Pick<Ports, 'flows' | 'random' | 'clock'>,
  { flow, action, operation, source }: IntendedRepair,
  account: Account,
) {
  const at = clock.now();
  const intent = intentOf(action, operation, account, at);
  const notice = noticeOf(flow, random.id(), action, at);
  const { person, reference } = flow;
  const { domainController } = intent;
  const happening = {
    kind: 'change-intended',
    action,
    proofs: provenMethods(flow),
    domainController,
  } as const;
  const event = { id: random.id(), at, person, reference, source, happening };
  const begun = await flows.begin(flow, intent, notice, event, at);
  const moved = { state: 'executing', version: flow.version + 1, spends: flow.spends + 1 } as const;
  return begun ? { ...flow, ...moved, intent, heldNotice: notice } : undefined;
}

const intentOf = (action: Action, operation: string, account: Account, at: number): Intent => ({
  action,
  operation,
  domainController: account.domainController,
  before: { passwordLastSet: account.passwordLastSet, lockoutTime: account.lockoutTime },
  ...((account.passwordExpired || account.mustChangePassword) && { passwordExpired: true }),
  at,
});
