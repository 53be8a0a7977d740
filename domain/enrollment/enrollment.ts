import type { HashCost } from '../ports/answer-hasher.ts';
import type { Sealed } from '../ports/sealer.ts';
import type { Person } from '../person.ts';
import type { MethodName } from '../verification/method.ts';

/** One answer, as it is kept: argon2id, then a keyed MAC. Useless without the key. */
export interface StoredAnswer {
  readonly questionId: string;
  /** Version of the normalisation it went through (questionnaire/normalise.ts). */
  readonly normalisation: number;
  /** 16 bytes, base64url. */
  readonly salt: string;
  readonly cost: HashCost;
  /** base64url. */
  readonly tag: string;
}

export interface RegisteredAnswers {
  readonly questionnaire: number;
  readonly registeredAt: number;
  readonly answers: readonly StoredAnswer[];
}

/** An address its owner proved to reach. */
export interface ConfirmedAddress {
  readonly id: string;
  readonly address: Sealed;
  readonly confirmedAt: number;
}

/** What one person has registered. It belongs to the person, not to a name. */
export interface Enrollment {
  readonly person: Person;
  /** Goes up by one with every change. */
  readonly version: number;
  readonly answers?: RegisteredAnswers;
  readonly addresses: readonly ConfirmedAddress[];
  readonly changedAt: number;
  /** The language its owner last spoke here, for letters that nobody's visit causes. */
  readonly language?: string;
}

/** Which methods a person has registered. */
export function registeredMethods(enrollment: Enrollment | undefined): readonly MethodName[] {
  const methods: MethodName[] = [];
  if (enrollment?.answers) methods.push('security-answers');
  if (enrollment && enrollment.addresses.length > 0) methods.push('email-code');
  return methods;
}
