import type { RegistrationStatus } from '../enrollment/registration.ts';
import type { Person } from '../person.ts';
import type { MethodName } from '../verification/method.ts';

/** One person in the registrations report. Never an answer, never an address. */
export interface RegistrationRow {
  readonly person: Person;
  /** `CORP\asmith`. */
  readonly name: string;
  readonly displayName: string;
  readonly distinguishedName: string;
  readonly disabled: boolean;
  /** Left out for those who are under none. */
  readonly userConfiguration?: string;
  /** `blocked`, `not-offered` and `protected` say why there is nothing to register. */
  readonly status: RegistrationStatus | 'blocked' | 'not-offered' | 'protected';
  readonly methods: readonly MethodName[];
  /** When anything was last registered; epoch milliseconds. */
  readonly changedAt?: number;
  /** For answers to an earlier questionnaire: until when they are good; epoch milliseconds. */
  readonly goodUntil?: number;
}
