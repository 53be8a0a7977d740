import type { ActionAtDoor, DoorProof, DoorRefusal } from '../ports/portal-door.ts';

/** The proofs a program can give without a mailbox, a telephone or a person, in the order they are given. */
const PROOFS = ['authenticator-app', 'security-answers'] as const satisfies readonly DoorProof['method'][];

/** Give this proof, ask for the action (`spend`), or stop: no program can go on from here. */
export type NextProof =
  DoorRefusal | { readonly kind: 'spend' } | { readonly kind: 'prove'; readonly method: DoorProof['method'] };

/**
 * What the canary does next in a flow, by where its action stands. Nobody is told what is asked of them before a first proof, so
 * that is always the app's. Pure.
 */
export function nextProof(standing: ActionAtDoor, given: readonly DoorProof['method'][]): NextProof {
  if (given.length === 0) return { kind: 'prove', method: 'authenticator-app' };
  if (standing.allowed) return { kind: 'spend' };
  if (!standing.offered) return refused('action-not-offered');
  if (standing.because !== undefined) return refused(`not-now-${standing.because}`);
  // One that cannot be given is not made up for by any other.
  const hopeless = standing.missing.some((asked) => !canGive(asked, given));
  const wanted = standing.missing.length > 0 ? standing.missing : standing.anyOf;
  const method = PROOFS.find((each) => wanted.includes(each) && !given.includes(each));
  return hopeless || method === undefined ? refused('policy-not-for-canaries') : { kind: 'prove', method };
}

const canGive = (asked: string, given: readonly DoorProof['method'][]): boolean =>
  PROOFS.some((each) => each === asked && !given.includes(each));

const refused = (code: string): DoorRefusal => ({ kind: 'refused', code });
