import type { Verdict } from '../../domain/recovery/offer-proof.ts';
import { actionStandings } from '../../domain/recovery/standing.ts';
import type { MethodName } from '../../domain/verification/method.ts';
import type { Meter } from '../metrics.ts';

/** Counts what became of a proof, and the flow that it opened the first action of. */
export function meterVerdict(meter: Meter, method: MethodName, verdict: Verdict, now: number): void {
  const { kind } = verdict;
  if (kind === 'proven') {
    meter.count('ProofAccepted', { method });
    if (hasOpened(method, verdict, now)) meter.count('RecoveryProven');
  }
  if (kind === 'wrong') meter.count('ProofRefused', { method });
  if (kind === 'unavailable') meter.count('ProofUnavailable', { method });
  if (kind === 'wait') meter.count('ProofThrottled');
}

/** Whether an action may be asked for with this proof, and none could without it. */
function hasOpened(
  method: MethodName,
  { flow, configuration }: Extract<Verdict, { kind: 'proven' }>,
  now: number,
): boolean {
  const mayAct = (proofs: typeof flow.proofs): boolean =>
    Object.values(actionStandings({ ...flow, proofs }, configuration, now)).some(
      ({ kind }) => kind === 'met',
    );
  return mayAct(flow.proofs) && !mayAct(flow.proofs.filter((proof) => proof.method !== method));
}
