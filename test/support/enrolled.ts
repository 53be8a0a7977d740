import { randomUUID } from 'node:crypto';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import type { Account } from '../../domain/ports/directory.ts';
import { BUILT_IN_QUESTIONNAIRE } from '../../domain/questionnaire/built-in.ts';
import { keepAnswer } from '../../domain/verification/methods/security-answers.ts';
import { anAccount } from './scripted-account.ts';
import type { Product } from './product.ts';
import { aSession } from './stored-records.ts';

/** Answers to the built-in questionnaire, told apart by `who`. */
export const answersOf = (who: string): Readonly<Record<string, string>> => ({
  'first-concert': `the ${who} band`,
  'childhood-street': `${who} lane 7`,
  'first-teacher': `professor ${who}`,
});
export const addressOf = (who: string): string => `${who}@home.example.net`;

export interface WhatIsEnrolled {
  readonly account?: Partial<Account>;
  readonly addresses?: readonly string[];
  readonly answers?: boolean;
}

/** Somebody of the staff with answers and an address, ready to recover; told of to nobody. */
export async function enrolled(
  { ports, script, clock }: Product,
  username: string,
  { account: changes = {}, addresses = [addressOf(username)], answers = true }: WhatIsEnrolled = {},
): Promise<Account> {
  const { account } = script.add(anAccount(username, changes));
  const session = aSession({ person: account.person, startedAt: clock.now() });
  await ports.sessions.create(session);
  const given = answersOf(username);
  const kept = [];
  for (const question of answers ? BUILT_IN_QUESTIONNAIRE.questions : [])
    kept.push(await keepAnswer(ports, account.person, question, given[question.id] ?? ''));
  const now = clock.now();
  const next: Enrollment = {
    person: account.person,
    version: 1,
    ...(answers && { answers: { questionnaire: 1, registeredAt: now, answers: kept } }),
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
    next: { ...next, addresses: confirmed },
    seenVersion: 0,
    event,
    sessionKey: session.key,
    notice,
  });
  const [parcel] = await ports.outbox.due(now, 1);
  if (parcel) await ports.outbox.delivered(parcel, [notice.id]);
  return account;
}
