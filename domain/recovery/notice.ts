import type { QueuedMessage } from '../messages/message.ts';
import type { Action } from '../policy/action.ts';
import type { Flow, Outcome } from './flow.ts';

/** The notice that waits beside an intended change. */
export const noticeOf = (flow: Flow, id: string, action: Action | 'change', at: number): QueuedMessage => ({
  id,
  to: flow.mailboxes,
  ...(flow.phones.length > 0 && { phones: flow.phones }),
  letter: { kind: action === 'unlock' ? 'account-unlocked' : 'password-changed' },
  reference: flow.reference,
  language: flow.language,
  queuedAt: at,
});

/** The messages that become due with the outcome: the notice, and the password where we made one. */
export const messagesFor = (
  { heldNotice, heldPassword }: Pick<Flow, 'heldNotice' | 'heldPassword'>,
  outcome: Outcome,
): readonly QueuedMessage[] =>
  [noticeFor(heldNotice, outcome), passwordFor(heldPassword, outcome)].filter(
    (message) => message !== undefined,
  );

/**
 * What the held password becomes. Where nobody can find out whether it was set it goes all the same, and says so: one that was not
 * set opens nothing, and one that was set and is known to nobody locks its person out.
 */
function passwordFor(held: QueuedMessage | undefined, outcome: Outcome): QueuedMessage | undefined {
  if (!held || outcome.result === 'unchanged') return undefined;
  const { letter } = held;
  const unsure = outcome.result === 'unknown' && letter.kind === 'new-password';
  return {
    ...held,
    ...(unsure && { letter: { kind: 'new-password-perhaps', password: letter.password } }),
    queuedAt: outcome.at,
  };
}

/** What the held notice becomes with the outcome: itself, its cautious sister, or nothing. */
export function noticeFor(held: QueuedMessage | undefined, outcome: Outcome): QueuedMessage | undefined {
  if (!held || outcome.result === 'unchanged') return undefined;
  if (outcome.result === 'done') return { ...held, queuedAt: outcome.at };
  const kind = outcome.action === 'unlock' ? 'account-may-be-unlocked' : 'password-may-have-changed';
  return { ...held, letter: { kind }, queuedAt: outcome.at };
}
