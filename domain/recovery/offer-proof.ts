import { questionsOf, type Configuration } from '../policy/configuration.ts';
import { LIFETIMES } from '../policy/limits.ts';
import type { Ports } from '../ports/index.ts';
import type { MethodName } from '../verification/method.ts';
import { codeHolds } from '../verification/methods/email-code.ts';
import { answersHold } from '../verification/methods/security-answers.ts';
import { usableAnswers } from './asked.ts';
import { phase, type Flow, type FlowPhase } from './flow.ts';

export type ProofNeeds = Pick<
  Ports,
  'flows' | 'enrollments' | 'configuration' | 'hasher' | 'mac' | 'trail' | 'random' | 'clock'
>;

/** What is offered, in the method's own form; already known to be well-formed. */
export type Offer =
  | { readonly method: 'security-answers'; readonly answers: Readonly<Record<string, string>> }
  | { readonly method: 'email-code'; readonly code: string };

export type Verdict =
  | { readonly kind: 'proven'; readonly flow: Flow; readonly configuration: Configuration }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
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
    perMethod: limits.triesPerMethod,
    idleMs: LIFETIMES.flowIdle,
    absoluteMs: LIFETIMES.flowAbsolute,
  });
  if (reservation.kind === 'person-spent') return { kind: 'wait', retryAt: reservation.retryAt };
  if (reservation.kind === 'flow-closed') return closed(ports, key, now, configuration);

  const { flow } = reservation;
  const holds = await proofHolds(ports, configuration, flow, offer, now);
  const proven =
    holds && (await ports.flows.prove(flow, { method: offer.method, at: now }, now, usedUp(flow, offer)));
  if (!proven) return wrong(ports, flow, source, offer.method, limits.triesPerFlow);
  if (reservation.methodTries > 1) await ports.flows.forgive(flow, offer.method);
  return { kind: 'proven', flow: proven, configuration };
}

const usedUp = (flow: Flow, offer: Offer): string | undefined =>
  offer.method === 'email-code' ? flow.code?.tag : undefined;

async function proofHolds(
  ports: ProofNeeds,
  configuration: Configuration,
  flow: Flow,
  offer: Offer,
  now: number,
) {
  switch (offer.method) {
    case 'security-answers': {
      const enrollment = await ports.enrollments.find(flow.person);
      const asked = questionsOf(configuration, flow.asked);
      // Answers that are accepted no more prove nothing, though some of their questions may be asked still.
      const answers =
        enrollment?.answers && usableAnswers(enrollment.answers, configuration, now)
          ? enrollment.answers
          : undefined;
      const hold = await answersHold(ports, flow.person, answers, asked, offer.answers);
      // A question that has left the store must not make it easier.
      return hold && asked.length === flow.asked.length;
    }
    case 'email-code':
      return codeHolds(ports, flow.key, flow.code, offer.code, now);
  }
}

async function wrong(
  ports: ProofNeeds,
  flow: Flow,
  source: string,
  method: MethodName,
  triesPerFlow: number,
): Promise<Verdict> {
  await ports.trail.append({
    id: ports.random.id(),
    at: ports.clock.now(),
    person: flow.person,
    reference: flow.reference,
    source,
    happening: { kind: 'proof-refused', method },
  });
  return { kind: 'wrong', triesLeft: Math.max(0, triesPerFlow - flow.tries) };
}

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
