import type { CodeMethod } from '../../domain/verification/method.ts';
import { codeOffer } from '../../domain/verification/methods/issued-code.ts';
import { answersOffer } from '../../domain/verification/methods/security-answers.ts';
import type { Way } from '../../domain/recovery/code-order.ts';
import { readClaim } from '../../domain/recovery/claim.ts';
import type { Flow } from '../../domain/recovery/flow.ts';
import { offerProof, type Verdict } from '../../domain/recovery/offer-proof.ts';
import { repairAccount, type Repair, type Repaired } from '../../domain/recovery/repair.ts';
import { sendCode } from '../../domain/recovery/send-code.ts';
import { startRecovery } from '../../domain/recovery/start.ts';
import type { Person } from '../../domain/person.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { answersOf } from './enrolled.ts';
import type { Product } from './product.ts';

export const SOURCE = '192.0.2.7';
export const GOOD_PASSWORD = 'Quiet-Harbour-42';

/** Starts a flow for a name; fails the test when it was not let in. */
export async function started({ ports }: Product, name: string, source = SOURCE): Promise<Flow> {
  const claim = readClaim(name);
  if (!claim) throw new Error(`${name} can name nobody`);
  const start = await startRecovery(ports, { claim, source, language: 'en' });
  if (start.kind !== 'started') throw new Error('too many starts');
  return start.flow;
}

/** Has a code sent, and reads it where only its addressee could. */
export async function sentCode(
  { ports }: Product,
  key: string,
  method: CodeMethod = 'email-code',
  way?: Way,
): Promise<string> {
  const sent = await sendCode(ports, key, method, way);
  if (sent.kind !== 'sent') throw new Error(`no code was sent: ${sent.kind}`);
  const letter = (await ports.flows.find(key))?.outbox.at(-1)?.letter;
  if (!letter || !('code' in letter)) throw new Error('the newest message bears no code');
  return ports.opener.open('code', letter.code);
}

export const offerCode = (
  { ports }: Product,
  key: string,
  code: string,
  method: CodeMethod = 'email-code',
): Promise<Verdict> => offerProof(ports, key, SOURCE, codeOffer(ports, method, code));

export const offerAnswers = (
  { ports }: Product,
  key: string,
  answers: Readonly<Record<string, string>>,
): Promise<Verdict> => offerProof(ports, key, SOURCE, answersOffer(ports, answers));

/** Starts a flow and proves everything the reset asks for. */
export async function proven(product: Product, name: string): Promise<Flow> {
  const flow = await started(product, name);
  const code = await sentCode(product, flow.key);
  const first = await offerCode(product, flow.key, code);
  const second = await offerAnswers(product, flow.key, answersOf(name, flow.asked));
  if (first.kind !== 'proven' || second.kind !== 'proven') throw new Error(`${name} could not prove it`);
  return second.flow;
}

export const repair = (
  { ports }: Product,
  key: string,
  what: Repair,
  operation = 'operation-1',
): Promise<Repaired> => repairAccount(ports, { key, source: SOURCE, operation }, what);

export const RESET: Repair = { action: 'reset', newPassword: GOOD_PASSWORD };
export const UNLOCK: Repair = { action: 'unlock' };

/** What the trail holds of a person, oldest first. */
export async function trailOf({ ports }: Product, person: Person): Promise<readonly TrailEvent[]> {
  const events: TrailEvent[] = [];
  for await (const event of ports.trail.of(person)) events.push(event);
  return events;
}

/** The kinds of what happened, in order. */
export const kindsOf = (events: readonly TrailEvent[]): readonly string[] =>
  events.map(({ happening }) => happening.kind);
