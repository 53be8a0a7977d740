import { randomUUID } from 'node:crypto';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { QueuedMessage } from '../../domain/messages/message.ts';
import type { Person } from '../../domain/person.ts';
import type { Configuration } from '../../domain/policy/configuration.ts';
import { DEFAULT_LIMITS, LIFETIMES } from '../../domain/policy/limits.ts';
import type { StartToll, TryToll } from '../../domain/ports/flow-store.ts';
import type { Sealed } from '../../domain/ports/sealer.ts';
import type { SignInToll } from '../../domain/ports/session-store.ts';
import { BUILT_IN_QUESTIONNAIRE } from '../../domain/questionnaire/built-in.ts';
import type { Flow, Intent, IssuedCode, Outcome } from '../../domain/recovery/flow.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';

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
  channel: 'email',
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
  questionnaire: 1,
  tries: 0,
  spends: 0,
  sends: 0,
  proofs: [],
  mailboxes: [sealedAs('jo@example.net')],
  outbox: [],
  ...changes,
});

export const anIntent = (changes: Partial<Intent> = {}): Intent => ({
  action: 'reset',
  operation: randomUUID(),
  domainController: 'dc1.corp.example',
  before: { passwordLastSet: '133123456789012345', lockoutTime: '0' },
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

export const aConfiguration = (changes: Partial<Configuration> = {}): Configuration => ({
  version: 0,
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  domainSuffixes: [],
  defaultDomain: 'CORP',
  questionnaire: BUILT_IN_QUESTIONNAIRE,
  earlierQuestionnaires: [],
  actions: {
    unlock: {
      offered: true,
      policy: { required: ['security-answers'], optional: ['email-code'], minimumOptional: 0 },
    },
    reset: {
      offered: true,
      policy: { required: ['security-answers', 'email-code'], optional: [], minimumOptional: 0 },
    },
  },
  emailCode: { addresses: 'confirmed' },
  eligibility: {
    bases: ['OU=People,DC=corp,DC=example'],
    protectedGroups: [],
    ownAccounts: [],
    blocked: { people: [], groups: [] },
  },
  limits: DEFAULT_LIMITS,
  ...changes,
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
