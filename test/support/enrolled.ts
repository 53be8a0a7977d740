import { randomUUID } from 'node:crypto';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import { questionsOf, type Configuration } from '../../domain/policy/configuration.ts';
import type { Account } from '../../domain/ports/account.ts';
import { BUILT_IN_QUESTIONNAIRE } from '../../domain/questionnaire/built-in.ts';
import { fulfilledBy, questionsIn } from '../../domain/questionnaire/questionnaire.ts';
import { keepAnswer } from '../../domain/verification/methods/security-answers.ts';
import { anAccount } from './scripted-account.ts';
import type { Product } from './product.ts';
import { aSession } from './stored-records.ts';

/** Somebody's answer to a question, told apart by `who`. */
export const answerOf = (who: string, question: string): string =>
  BUILT_IN_ANSWERS[question]?.(who) ?? `what ${who} says of ${question}`;

const BUILT_IN_ANSWERS: Readonly<Record<string, (who: string) => string>> = {
  'first-concert': (who) => `the ${who} band`,
  'childhood-street': (who) => `${who} lane 7`,
  'first-teacher': (who) => `professor ${who}`,
};

/** Somebody's answers, to the built-in questionnaire unless others are named. */
export const answersOf = (
  who: string,
  questions: readonly string[] = BUILT_IN_QUESTIONNAIRE,
): Readonly<Record<string, string>> => Object.fromEntries(questions.map((id) => [id, answerOf(who, id)]));

export const addressOf = (who: string): string => `${who}@home.example.net`;

export interface WhatIsEnrolled {
  readonly account?: Partial<Account>;
  readonly addresses?: readonly string[];
  /** British numbers, E.164. */
  readonly phones?: readonly string[];
  /** Whether questions are answered, and which; as many as the questionnaire in force takes, when left out. */
  readonly answers?: boolean | readonly string[];
}

/** Somebody of the staff with answers and an address, ready to recover; told of to nobody. */
export async function enrolled(
  { ports, script, clock }: Product,
  username: string,
  {
    account: changes = {},
    addresses = [addressOf(username)],
    phones = [],
    answers = true,
  }: WhatIsEnrolled = {},
): Promise<Account> {
  const { account } = script.add(anAccount(username, changes));
  const session = aSession({ person: account.person, startedAt: clock.now() });
  await ports.sessions.create(session);
  const configuration = await ports.configuration.current();
  const kept = [];
  for (const question of questionsOf(configuration, answeredIn(configuration, answers)))
    kept.push(await keepAnswer(ports, account.person, question, answerOf(username, question.id)));
  const now = clock.now();
  const next: Enrollment = {
    person: account.person,
    version: 1,
    ...(kept.length > 0 && {
      answers: { questionnaire: configuration.questionnaire.version, registeredAt: now, answers: kept },
    }),
    addresses: [],
    changedAt: now,
  };
  const confirmed = [];
  for (const address of addresses)
    confirmed.push({
      id: randomUUID(),
      address: await ports.sealer.seal('address', address),
      confirmedAt: now,
    });
  const numbers = [];
  for (const number of phones)
    numbers.push({
      id: randomUUID(),
      number: await ports.sealer.seal('phone', number),
      country: 'GB',
      confirmedAt: now,
    });
  const notice = {
    id: randomUUID(),
    channel: 'email',
    to: [],
    letter: { kind: 'methods-changed' },
    language: 'en',
    queuedAt: now,
  } as const;
  const event = {
    id: randomUUID(),
    at: now,
    person: account.person,
    reference: session.reference,
    source: session.source,
    happening: { kind: 'method-registered', method: 'security-answers' },
  } as const;
  await ports.enrollments.save({
    next: { ...next, addresses: confirmed, ...(numbers.length > 0 && { phones: numbers }) },
    seenVersion: 0,
    event,
    carrier: { kind: 'session', key: session.key },
    notice,
  });
  const [parcel] = await ports.outbox.due(now, 1);
  if (parcel) await ports.outbox.delivered(parcel, [notice.id]);
  return account;
}

function answeredIn(
  { questionnaire }: Configuration,
  answers: boolean | readonly string[],
): readonly string[] {
  if (typeof answers !== 'boolean') return answers;
  return answers ? (fulfilledBy(questionnaire, new Set(questionsIn(questionnaire))) ?? []) : [];
}
