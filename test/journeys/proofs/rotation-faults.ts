import { randomInt } from 'node:crypto';
import { type RotationStep, ROTATION_STEPS } from '../../../domain/rotation/rotate.ts';
import type { BreakingPoint } from '../../support/breaking-ports.ts';
import type { Snap } from '../../support/snapping-wire.ts';

/** What goes wrong in one step of a rotation, and whether it is repeated then, or somebody rotates anew. */
export interface RotationFault {
  readonly step: RotationStep;
  readonly afterwards: 'repeat' | 'rotate anew';
  /** The process is gone, before or after a call. */
  readonly gone?: BreakingPoint;
  /** The wire to the domain controller snaps. */
  readonly snap?: Snap;
  /** An operation of Secrets Manager fails. */
  readonly store?: string;
}

type Kind = Omit<RotationFault, 'step' | 'afterwards'>;

/** Each step looks (call 0) and does (call 1). */
const GONE: readonly Kind[] = [
  { gone: { call: 1, when: 'after' } },
  { gone: { call: 1, when: 'before' } },
  { gone: { call: 0, when: 'after' } },
  { gone: { call: 0, when: 'before' } },
];
/** Pieces that go one way: handshake, rootDSE, sign-in, search, change, goodbye; after a lost answer there are more. */
const PIECES = 8;
const snap = (way: Snap['way']): Kind => ({ snap: { way, piece: randomInt(PIECES) } });

const kindsOf = (step: RotationStep): readonly Kind[] => {
  const [done, ...gone] = GONE;
  const first = done ? [done] : [];
  const look: Kind = { store: 'DescribeSecret' };
  if (step === 'createSecret') return [...first, { store: 'PutSecretValue' }, ...gone, look];
  if (step === 'finishSecret') return [...first, { store: 'UpdateSecretVersionStage' }, ...gone, look];
  return [...first, snap('back'), snap('there'), ...gone, look, snap('back'), snap('there')];
};

/** The nth fault of a series: the steps by turns, and for each of them its kinds by turns; what is done then by chance. */
export function faultOf(nth: number): RotationFault {
  const step = ROTATION_STEPS[nth % 4] ?? 'createSecret';
  const turn = Math.floor(nth / 4);
  const kinds = kindsOf(step);
  return { step, afterwards: randomInt(2) === 0 ? 'rotate anew' : 'repeat', ...kinds[turn % kinds.length] };
}
