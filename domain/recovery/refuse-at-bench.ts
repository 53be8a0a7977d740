import type { Action } from '../policy/action.ts';
import type { Ports } from '../ports/index.ts';
import { FROZEN, UNFINISHED, type Frozen, type PersonBusy } from './begin-repair.ts';
import type { BenchRefusal } from './bench-refusal.ts';
import type { NoWayForPassword } from './sent-password.ts';

/** Why nothing was asked of the directory, though all was proven; the flow has nothing spent. */
export type Unspent = BenchRefusal | PersonBusy | Frozen | NoWayForPassword;

/** Writes into the trail why a proven person is not helped, and answers just that. */
export async function refuseAtBench(
  ports: Pick<Ports, 'trail' | 'random' | 'clock'>,
  { action, source }: { readonly action: Action; readonly source: string },
  refusal: Unspent,
): Promise<Unspent> {
  const { person, reference } = refusal.flow;
  await ports.trail.append({
    id: ports.random.id(),
    at: ports.clock.now(),
    person,
    reference,
    source,
    happening: { kind: 'repair-refused', action, reason: reasonOf(refusal) },
  });
  return refusal;
}

function reasonOf(refusal: Unspent): string {
  if (refusal.kind === 'person-busy') return UNFINISHED;
  if (refusal.kind === 'frozen') return FROZEN;
  return refusal.kind === 'obstacle' ? refusal.exactly : refusal.because;
}
