import { filetimeToMs } from '../policy/password-rules.ts';
import type { Account } from '../ports/account.ts';
import type { Intent, Outcome } from './flow.ts';

/** How far a domain controller's clock may be from ours, as Kerberos allows. */
const SKEW_MS = 5 * 60_000;

/**
 * Finds the truth in what was before and what the same domain controller shows now; pure. `unchanged` holds only when nobody
 * can be at work on it any more.
 */
export function judgeLeftover(intent: Intent, now: Account | 'gone', at: number): Outcome {
  const { action, operation } = intent;
  if (now === 'gone') return untold(intent, at);
  const happened = action === 'unlock' ? unlockHappened(intent, now) : passwordChanged(intent, now);
  if (happened === 'no') return { action, operation, result: 'unchanged', reason: 'not-executed', at };
  return { action, operation, result: happened === 'yes' ? 'done' : 'unknown', at };
}

/** What nobody will ever find out. */
export const untold = ({ action, operation }: Intent, at: number): Outcome => ({
  action,
  operation,
  result: 'unknown',
  at,
});

/**
 * A lock that is gone is what was wanted; the very lock of before means it did not happen, and so does none before and none
 * now: nothing was changed. Another lock says nothing.
 */
function unlockHappened({ before }: Intent, now: Account): 'yes' | 'no' | 'unclear' {
  if (now.lockoutTime === before.lockoutTime) return 'no';
  return now.lockoutTime === '0' ? 'yes' : 'unclear';
}

/** pwdLastSet moves with every change: the same means none; one set at our hour is ours; any other may be anybody's. */
function passwordChanged({ before, at }: Intent, now: Account): 'yes' | 'no' | 'unclear' {
  if (now.passwordLastSet === before.passwordLastSet) return 'no';
  if (now.passwordLastSet === '0') return 'unclear';
  return Math.abs(filetimeToMs(now.passwordLastSet) - at) <= SKEW_MS ? 'yes' : 'unclear';
}
