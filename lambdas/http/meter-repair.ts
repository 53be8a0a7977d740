import type { Outcome } from '../../domain/recovery/flow.ts';
import type { Repaired } from '../../domain/recovery/repair.ts';
import type { Meter } from '../metrics.ts';

/** Counts what became of a repair. */
export function meterRepair(meter: Meter, repaired: Repaired): void {
  if (repaired.kind === 'obstacle') {
    meter.count('RepairRefused', { obstacle: repaired.obstacle });
    meterPrivileged(meter, repaired.exactly);
  }
  if (repaired.kind === 'hindered') meter.count('RepairRefused', { obstacle: repaired.because });
  if (repaired.kind === 'person-busy') meter.count('RepairRefused', { obstacle: 'another-change' });
  if (repaired.kind === 'frozen') meter.count('RepairRefused', { obstacle: 'self-service-frozen' });
  if (repaired.kind === 'password-refused') meter.count('PasswordRefused');
  if (repaired.kind === 'unsettled') meter.count('OutcomeUnknown');
  if (repaired.kind === 'no-way-for-password') meter.count('RepairRefused', { obstacle: repaired.kind });
  if (repaired.kind === 'settled') {
    meterOutcome(meter, repaired.outcome);
    if (repaired.flow.intent?.mustChange && repaired.outcome.result === 'done') meter.count('PasswordSent');
  }
}

/** Raises the alarm for an account that nobody may recover: a privileged one, or one of our own. */
export function meterPrivileged(meter: Meter, reason: string | undefined): void {
  if (isPrivilegedAttempt(reason)) meter.count('PrivilegedAttempt');
}

/** Whether a reason for refusing somebody is one that security wants to know of. */
export const isPrivilegedAttempt = (reason: string | undefined): boolean =>
  reason === 'privileged' || reason === 'own-account';

/** Counts an outcome. */
export function meterOutcome(meter: Meter, { action, result, reason }: Outcome): void {
  const done = { unlock: 'Unlocked', reset: 'PasswordReset', change: 'PasswordChanged' } as const;
  if (result === 'done') meter.count(done[action]);
  if (result === 'unknown') meter.count('OutcomeUnknown');
  if (reason === 'policy') meter.count('PasswordRefused');
  if (reason === 'not-permitted') meter.count('NotPermitted');
}
