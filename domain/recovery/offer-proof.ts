import type { Configuration } from '../policy/configuration.ts';
import { LIFETIMES } from '../policy/limits.ts';
import type { Ports } from '../ports/index.ts';
import { isCodeMethod, type MethodName } from '../verification/method.ts';
import { isOn } from '../policy/methods.ts';
import type { Offer } from '../verification/offer.ts';
import { TRAITS } from '../verification/traits.ts';
import { phase, type Flow, type FlowPhase } from './flow.ts';

export type ProofNeeds = Pick<Ports, 'flows' | 'configuration' | 'trail' | 'random' | 'clock'>;

export type Verdict =
  | { readonly kind: 'proven'; readonly flow: Flow; readonly configuration: Configuration }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  /** Who would have to say so does not answer; told the same whoever is asked about. The try stays counted. */
  | { readonly kind: 'unavailable'; readonly triesLeft: number }
  | { readonly kind: 'wait'; readonly retryAt: number }
  | { readonly kind: 'closed'; readonly phase: FlowPhase | 'gone' };

/**
 * Judges one proof. The try is counted on every axis before anything is looked at (ARCHITECTURE §5.1): a guess that races
 * or crashes is still a guess. Strangers' proofs take the same path and the same work, and never hold.
 */
export async function offerProof(
  ports: ProofNeeds,
  key: string,
  source: string,
  offer: Offer,
): Promise<Verdict> {
  const now = ports.clock.now();
  const configuration = await ports.configuration.current();
  const { limits } = configuration;
  const reservation = await ports.flows.reserve(key, {
    method: offer.method,
    now,
    perFlow: limits.triesPerFlow,
    perCode: limits.triesPerCode,
    perPerson: { cap: limits.triesPerPerson, windowMs: LIFETIMES.personWindow },
    perMethod: TRAITS[offer.method].failuresEndIt ? limits.triesPerMethod : Number.MAX_SAFE_INTEGER,
    idleMs: LIFETIMES.flowIdle,
    absoluteMs: LIFETIMES.flowAbsolute,
  });
  if (reservation.kind === 'person-spent') return { kind: 'wait', retryAt: reservation.retryAt };
  if (reservation.kind === 'flow-closed') return closed(ports, key, now, configuration);

  const { flow } = reservation;
  const held = await offer.holds({ flow, configuration, now });
  // What is switched off proves nothing, whatever is known of it; the work was the same.
  const counts = held.kind === 'holds' && isOn(configuration.document, offer.method);
  const proof = { method: offer.method, at: now };
  const proven = counts && (await ports.flows.prove(flow, proof, now, held.code));
  if (!proven) {
    const triesLeft = Math.max(0, limits.triesPerFlow - flow.tries);
    await refused(ports, flow, source, offer.method);
    return { kind: held.kind === 'unavailable' ? 'unavailable' : 'wrong', triesLeft };
  }
  if (reservation.methodTries > 1) await ports.flows.forgive(flow, offer.method);
  if (isCodeMethod(offer.method) && flow.codes[offer.method]?.byText) await ports.flows.countTextProven(now);
  return { kind: 'proven', flow: proven, configuration };
}

const refused = async (
  ports: ProofNeeds,
  { person, reference }: Flow,
  source: string,
  method: MethodName,
): Promise<void> =>
  ports.trail.append({
    id: ports.random.id(),
    at: ports.clock.now(),
    person,
    reference,
    source,
    happening: { kind: 'proof-refused', method },
  });

/** Why a flow took no try: it is gone, has moved on, or this code's tries are used up (told as a wrong code). */
async function closed(
  { flows }: Pick<Ports, 'flows'>,
  key: string,
  now: number,
  { limits }: Configuration,
): Promise<Verdict> {
  const flow = await flows.find(key);
  if (!flow) return { kind: 'closed', phase: 'gone' };
  const at = phase(flow, now, limits.triesPerFlow);
  return at === 'open'
    ? { kind: 'wrong', triesLeft: limits.triesPerFlow - flow.tries }
    : { kind: 'closed', phase: at };
}
