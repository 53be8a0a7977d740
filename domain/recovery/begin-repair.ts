import type { Action } from '../policy/action.ts';
import type { QueuedMessage } from '../messages/message.ts';
import type { Account } from '../ports/account.ts';
import type { Ports } from '../ports/index.ts';
import { provenMethods, type Flow } from './flow.ts';
import { noticeOf } from './notice.ts';

/** What the trail says of a change that another one of the same person keeps from beginning. */
export const UNFINISHED = 'another-change-unfinished';

/** What the trail says of a change that a freeze keeps from beginning. */
export const FROZEN = 'self-service-frozen';

/** Self-service is frozen for this person (person-notes). Nothing was changed, nothing of the flow is spent. */
export interface Frozen {
  readonly kind: 'frozen';
  readonly flow: Flow;
}

/** Another change of this person's account is not finished yet. Nothing was changed, nothing of the flow is spent. */
export interface PersonBusy {
  readonly kind: 'person-busy';
  readonly flow: Flow;
}

export interface IntendedRepair {
  readonly flow: Flow;
  readonly action: Action;
  /** The client's Idempotency-Key. */
  readonly operation: string;
  readonly source: string;
  /** When the account was looked at, or a little sooner. */
  readonly lookedAt: number;
  /** The message with a password that we made, where we did: it has to be changed. */
  readonly password?: QueuedMessage | undefined;
}

/**
 * The write-ahead intent, with its trail event and the messages held back, in one transaction: no intent written, no change
 * made. Answers the flow as it executes, or why it does not: another request was first, or another flow of the
 * same person, or a freeze.
 */
export async function beginRepair(
  { flows, random, clock }: Pick<Ports, 'flows' | 'random' | 'clock'>,
  { flow, action, operation, source, lookedAt, password }: IntendedRepair,
  account: Account,
) {
  const at = clock.now();
  const intent = {
    ...intentOf(action, operation, account),
    ...(password && { mustChange: true as const }),
    lookedAt,
    at,
  };
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
  const begun = await flows.begin(flow, intent, notice, event, at, password);
  const moved = { state: 'executing', version: flow.version + 1, spends: flow.spends + 1 } as const;
  if (begun !== 'begun') return begun;
  return { ...flow, ...moved, intent, heldNotice: notice, ...(password && { heldPassword: password }) };
}

const intentOf = (action: Action, operation: string, account: Account) => ({
  action,
  operation,
  domainController: account.domainController,
  before: { passwordLastSet: account.passwordLastSet, lockoutTime: account.lockoutTime },
  ...((account.passwordExpired || account.mustChangePassword) && { passwordExpired: true as const }),
});
