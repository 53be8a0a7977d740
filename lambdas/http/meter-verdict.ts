import type { Verdict } from '../../domain/recovery/offer-proof.ts';
import type { MethodName } from '../../domain/verification/method.ts';
import type { Meter } from '../metrics.ts';

/** Counts what became of a proof. */
export function meterVerdict(meter: Meter, method: MethodName, { kind }: Verdict): void {
  if (kind === 'proven') meter.count('ProofAccepted', { method });
  if (kind === 'wrong') meter.count('ProofRefused', { method });
  if (kind === 'unavailable') meter.count('ProofUnavailable', { method });
  if (kind === 'wait') meter.count('ProofThrottled');
}
