import type { QueuedMessage } from '../messages/message.ts';
import type { Action } from '../policy/action.ts';
import type { Flow, Outcome } from './flow.ts';

/** The notice that waits beside an intended change. */
export const noticeOf = (flow: Flow, id: string, action: Action | 'change', at: number): QueuedMessage => ({
  id,
  channel: 'email',
  to: flow.mailboxes,
  letter: { kind: action === 'unlock' ? 'account-unlocked' : 'password-changed' },
  language: flow.language,
  queuedAt: at,
});

/** What the held notice becomes with the outcome: itself, its cautious sister, or nothing. */
export function noticeFor(held: QueuedMessage | undefined, outcome: Outcome): QueuedMessage | undefined {
  if (!held || outcome.result === 'unchanged') return undefined;
  if (outcome.result === 'done') return { ...held, queuedAt: outcome.at };
  const kind = outcome.action === 'unlock' ? 'account-may-be-unlocked' : 'password-may-have-changed';
  return { ...held, letter: { kind }, queuedAt: outcome.at };
}
