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
  const happened = whetherHappened(intent, now, at);
  if (happened === 'no') return { action, operation, result: 'unchanged', reason: 'not-executed', at };
  return { action, operation, result: happened === 'yes' ? 'done' : 'unknown', at };
}

function whetherHappened(intent: Intent, now: Account, at: number): 'yes' | 'no' | 'unclear' {
  if (intent.action === 'unlock') return unlockHappened(intent, now);
  return intent.mustChange ? sentPasswordSet(intent, now, at) : passwordChanged(intent, now);
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

/**
 * A password that must be changed leaves pwdLastSet at 0, which has no hour: what became 0 while we look at our own hour is ours,
 * seen later it may be anybody's. Where it was 0 before, only a lock that is still the very same tells: one modify would have ended it.
 */
function sentPasswordSet(
  { before, at: intended }: Intent,
  now: Account,
  at: number,
): 'yes' | 'no' | 'unclear' {
  const sameLock = before.lockoutTime !== '0' && now.lockoutTime === before.lockoutTime;
  if (before.passwordLastSet === '0') return now.passwordLastSet === '0' && sameLock ? 'no' : 'unclear';
  if (now.passwordLastSet === before.passwordLastSet) return 'no';
  return now.passwordLastSet === '0' && at - intended <= SKEW_MS ? 'yes' : 'unclear';
}
