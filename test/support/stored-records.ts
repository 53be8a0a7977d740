import { randomUUID } from 'node:crypto';
import type { Enrollment, RegisteredAnswers } from '../../domain/enrollment/enrollment.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Person } from '../../domain/person.ts';
import { LIFETIMES } from '../../domain/policy/limits.ts';
import { ANSWER_COST } from '../../domain/ports/answer-hasher.ts';
import type { StartToll, TryToll } from '../../domain/ports/flow-store.ts';
import type { Errand } from '../../domain/ports/outbox.ts';
import type { Sealed } from '../../domain/ports/sealer.ts';
import type { SignInToll } from '../../domain/ports/session-store.ts';
import type { Flow, Intent, IssuedCode, Outcome } from '../../domain/recovery/flow.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';

export { aConfiguration } from './configured.ts';

/** Five past an hour, so that no window ends soon. Far ahead: DynamoDB Local really deletes what its TTL says is old. */
export const NOW = Date.UTC(2100, 0, 4, 12, 5);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A text that stands for a sealed one. */
export const sealedAs = (text: string): Sealed => `sealed:${text}` as Sealed;

export const aPerson = (): Person => ({ domain: 'CORP', guid: randomUUID() });

export const aMessage = (changes: Partial<QueuedMessage> = {}): QueuedMessage => ({
  id: randomUUID(),
  to: [sealedAs('jo@example.net')],
  letter: { kind: 'recovery-code', code: sealedAs('12345678'), minutes: 10 },
  language: 'en',
  queuedAt: NOW,
  ...changes,
});

export const aCode = (changes: Partial<IssuedCode> = {}): IssuedCode => ({
  tag: randomUUID(),
  expiresAt: NOW + LIFETIMES.code,
  tries: 0,
  ...changes,
});

export const aFlow = (changes: Partial<Flow> = {}): Flow => ({
  key: randomUUID(),
  reference: 'K7Q2-M9XD',
  purpose: 'recovery',
  person: aPerson(),
  state: 'open',
  version: 1,
  startedAt: NOW,
  expiresAt: NOW + LIFETIMES.flowIdle,
  source: '192.0.2.7',
  language: 'en',
  asked: ['first-concert', 'childhood-street', 'first-teacher'],
  userConfiguration: 'everyone',
  tries: 0,
  spends: 0,
  sends: {},
  proofs: [],
  mailboxes: [sealedAs('jo@example.net')],
  phones: [],
  codes: {},
  outbox: [],
  ...changes,
});

export const anIntent = (changes: Partial<Intent> = {}): Intent => ({
  action: 'reset',
  operation: randomUUID(),
  domainController: 'dc1.corp.example',
  before: { passwordLastSet: '133123456789012345', lockoutTime: '0' },
  lookedAt: NOW,
  at: NOW,
  ...changes,
});

export const anOutcome = (result: Outcome['result'], changes: Partial<Outcome> = {}): Outcome => ({
  action: 'reset',
  operation: 'an operation',
  result,
  at: NOW,
  ...changes,
});

export const anEvent = (changes: Partial<TrailEvent> = {}): TrailEvent => ({
  id: randomUUID(),
  at: NOW,
  person: aPerson(),
  reference: 'K7Q2-M9XD',
  source: '192.0.2.7',
  happening: { kind: 'signed-in' },
  ...changes,
});

export const aSession = (changes: Partial<Session> = {}): Session => ({
  key: randomUUID(),
  reference: 'P3RT-8WQA',
  person: aPerson(),
  displayName: 'Jo Example',
  username: 'jo',
  userConfiguration: 'everyone',
  version: 1,
  startedAt: NOW,
  expiresAt: NOW + LIFETIMES.sessionIdle,
  source: '192.0.2.7',
  language: 'en',
  ended: false,
  outbox: [],
  ...changes,
});

export const anEnrollment = (changes: Partial<Enrollment> = {}): Enrollment => ({
  person: aPerson(),
  version: 1,
  addresses: [{ id: randomUUID(), address: sealedAs('jo@example.net'), confirmedAt: NOW }],
  changedAt: NOW,
  ...changes,
});

export const anErrand = (changes: Partial<Errand> = {}): Errand => ({
  id: `set-up-reminder#${randomUUID()}`,
  person: aPerson(),
  message: aMessage({ letter: { kind: 'set-up-reminder' } }),
  forgottenAt: NOW + 30 * DAY,
  ...changes,
});

/** Answers to these questions, kept so that nothing matches them. */
export const registeredAnswers = (...questions: readonly string[]): RegisteredAnswers => ({
  questionnaire: 1,
  registeredAt: NOW,
  answers: questions.map((questionId) => ({
    questionId,
    normalisation: 1,
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    cost: ANSWER_COST,
    tag: 'A'.repeat(43),
  })),
});

export const aStartToll = (changes: Partial<StartToll> = {}): StartToll => ({
  source: '192.0.2.7',
  perSource: { cap: 1000, windowMs: HOUR },
  everywhere: { cap: 8000, windowMs: HOUR },
  ...changes,
});

export const aTryToll = (changes: Partial<TryToll> = {}): TryToll => ({
  method: 'security-answers',
  now: NOW,
  perFlow: 1000,
  perCode: 1000,
  perPerson: { cap: 1000, windowMs: LIFETIMES.personWindow },
  perMethod: 1000,
  idleMs: LIFETIMES.flowIdle,
  absoluteMs: LIFETIMES.flowAbsolute,
  ...changes,
});

export const aSignInToll = (changes: Partial<SignInToll> = {}): SignInToll => ({
  person: aPerson(),
  source: '192.0.2.7',
  now: NOW,
  perPerson: { cap: 1000, windowMs: LIFETIMES.personWindow },
  perSource: { cap: 1000, windowMs: HOUR },
  ...changes,
});
