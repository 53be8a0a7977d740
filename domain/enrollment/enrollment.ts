import type { HashCost } from '../ports/answer-hasher.ts';
import type { Sealed } from '../ports/sealer.ts';
import type { Person } from '../person.ts';
import type { SealedSeed } from '../ports/seeds.ts';
import { METHODS, type MethodName } from '../verification/method.ts';

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

/** A telephone number its owner proved to reach. */
export interface ConfirmedPhone {
  readonly id: string;
  /** E.164, sealed. */
  readonly number: Sealed;
  /** ISO 3166-1 code of the country it is of; texts go to allowed ones alone. */
  readonly country: string;
  readonly confirmedAt: number;
}

/** An authenticator app that made a right code once. */
export interface RegisteredAuthenticator {
  readonly id: string;
  /** The shared secret (RFC 6238, 160 bits), sealed under a key of its own. */
  readonly seed: SealedSeed;
  readonly confirmedAt: number;
}

/** A passkey or security key (WebAuthn, discoverable). */
export interface RegisteredPasskey {
  /** Credential id, base64url. */
  readonly id: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  readonly signCount: number;
  /** Whether it is kept in several places (a synced passkey). */
  readonly backedUp: boolean;
  /** What its owner calls it. */
  readonly name: string;
  readonly registeredAt: number;
}

/** Saved recovery codes: each works once. */
export interface RecoveryCodes {
  readonly id: string;
  /** 16 bytes, base64url; one for the set. */
  readonly salt: string;
  readonly cost: HashCost;
  /** Keyed tags of the codes, base64url; which are used up stands in the person's notes. */
  readonly tags: readonly string[];
  readonly issuedAt: number;
}

/** An account at the identity provider, pinned by what never changes there (OpenID Connect Core §5.7), never by an address. */
export interface LinkedIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly linkedAt: number;
}

/** A browser its owner asked to remember, while signed in. */
export interface RememberedBrowser {
  /** SHA-256 of what the browser keeps. */
  readonly key: string;
  readonly rememberedAt: number;
}

/** What one person has registered. It belongs to the person, not to a name. */
export interface Enrollment {
  readonly person: Person;
  /** Goes up by one with every change. */
  readonly version: number;
  readonly answers?: RegisteredAnswers;
  readonly addresses: readonly ConfirmedAddress[];
  readonly phones?: readonly ConfirmedPhone[];
  readonly authenticator?: RegisteredAuthenticator;
  readonly passkeys?: readonly RegisteredPasskey[];
  readonly recoveryCodes?: RecoveryCodes;
  readonly identity?: LinkedIdentity;
  readonly browsers?: readonly RememberedBrowser[];
  readonly changedAt: number;
  /** The language its owner last spoke here, for letters that nobody's visit causes. */
  readonly language?: string;
}

/** Whether somebody has registered what a method goes by. What is compared elsewhere needs nothing to be registered. */
const REGISTERED: Readonly<Record<MethodName, (enrollment: Enrollment) => boolean>> = {
  'security-answers': ({ answers }) => answers !== undefined,
  'email-code': ({ addresses }) => addresses.length > 0,
  'sms-code': ({ phones = [] }) => phones.length > 0,
  'sent-code': ({ addresses, phones = [] }) => addresses.length + phones.length > 0,
  'authenticator-app': ({ authenticator }) => authenticator !== undefined,
  passkey: ({ passkeys = [] }) => passkeys.length > 0,
  'recovery-code': ({ recoveryCodes }) => recoveryCodes !== undefined,
  'openid-connect': ({ identity }) => identity !== undefined,
  'external-responses': () => false,
  'ldap-attributes': () => false,
  'previous-authentication': ({ browsers = [] }) => browsers.length > 0,
};

/** Which methods a person has registered. */
export const registeredMethods = (enrollment: Enrollment | undefined): readonly MethodName[] =>
  enrollment ? METHODS.filter((method) => REGISTERED[method](enrollment)) : [];
