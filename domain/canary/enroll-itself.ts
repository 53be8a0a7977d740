import type { CanaryKnowledge, CanaryMemory } from '../ports/canary-memory.ts';
import type { DoorRefusal, PartAtDoor, PortalDoor } from '../ports/portal-door.ts';
import type { Random } from '../ports/random.ts';
import type { AppCodeSource } from './app-code-source.ts';

/** The door it goes through, and what it keeps of it. */
export interface EnrollNeeds {
  readonly door: PortalDoor;
  readonly memory: CanaryMemory;
  readonly random: Pick<Random, 'digits'>;
  readonly appCodes: Pick<AppCodeSource, 'next'>;
}

/** What the canary knows from now on, or where the portal said no. */
export type Enrolled = { readonly kind: 'enrolled'; readonly knowledge: CanaryKnowledge } | DoorRefusal;

/**
 * Enrolls the canary as any person would: signs in by the password it was given, answers the questionnaire where that is asked of
 * it, registers an authenticator app, and remembers both. Broken off anywhere, it is done anew from the start.
 */
export async function enrollItself(
  { door, memory, random, appCodes }: EnrollNeeds,
  username: string,
  { passwords }: CanaryKnowledge,
): Promise<Enrolled> {
  const entered = await enter(door, username, passwords);
  if (entered.kind === 'refused') return entered;
  const { session, password } = entered;
  const seen = await door.registered(session);
  if (seen.kind === 'refused') return seen;
  if (!seen.methods.includes('authenticator-app'))
    return { kind: 'refused', code: 'policy-not-for-canaries' };
  const answers = seen.methods.includes('security-answers') ? madeUp(seen.questionnaire, random) : undefined;
  const answered = answers && (await door.registerAnswers(session, answers));
  if (answered?.kind === 'refused') return answered;
  const begun = await door.beginApp(session);
  if (begun.kind === 'refused') return begun;
  const confirmed = await door.confirmApp(session, await appCodes.next(begun.secret));
  if (confirmed.kind === 'refused') return confirmed;
  const knowledge = { passwords: [password], app: begun.secret, ...(answers && { answers }) };
  await memory.keep(knowledge);
  await door.signOut(session);
  return { kind: 'enrolled', knowledge };
}

async function enter(door: PortalDoor, username: string, passwords: readonly string[]) {
  let refusal: DoorRefusal = { kind: 'refused', code: 'sign-in-refused' };
  for (const password of passwords) {
    const entered = await door.signIn(username, password);
    if (entered.kind === 'in') return { ...entered, password };
    refusal = entered;
  }
  return refusal;
}

/** Digits alone: they say no name, and no question. */
const ANSWER_DIGITS = 24;

const madeUp = (
  questionnaire: readonly PartAtDoor[],
  random: EnrollNeeds['random'],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    questionnaire
      .flatMap(({ answer, questions }) => questions.slice(0, answer))
      .map((question) => [question, random.digits(ANSWER_DIGITS)]),
  );
