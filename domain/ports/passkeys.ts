import type { RegisteredPasskey } from '../enrollment/enrollment.ts';

/** What a browser answers with; checked by whoever reads it, opaque to all others. */
export type CeremonyAnswer = Readonly<Record<string, unknown>>;

/** What the site is called to authenticators; from the deployment's origin. */
export interface Ceremony {
  /** base64url. */
  readonly challenge: string;
}

/** WebAuthn (W3C, level 3): discoverable credentials, user verification required, this deployment's origin alone. */
export interface Passkeys {
  /** Options for `navigator.credentials.create`, as JSON; `exclude` are credential ids that are registered already. */
  toRegister(
    ceremony: Ceremony & {
      /** base64url: says nothing of the person, and is the same for one person every time, so that a new passkey takes the place of a removed one in the authenticator. */
      readonly userHandle: string;
      readonly userName: string;
      readonly displayName: string;
      readonly exclude: readonly string[];
    },
  ): Promise<object>;
  /** Options for `navigator.credentials.get`, as JSON: the same for everybody but for the challenge. */
  toProve(ceremony: Ceremony): Promise<object>;
  /** The credential of an answer, when it is a right answer to the challenge. */
  registered(
    answer: CeremonyAnswer,
    ceremony: Ceremony,
  ): Promise<Pick<RegisteredPasskey, 'id' | 'publicKey' | 'signCount' | 'backedUp'> | undefined>;
  /** The credential id that an answer claims; undefined when it is no answer at all. */
  claimed(answer: CeremonyAnswer): string | undefined;
  /** The new signature count, when the answer is right for the challenge and the credential; undefined when it is not. As much work for a credential that is made up. */
  proven(
    answer: CeremonyAnswer,
    ceremony: Ceremony,
    passkey: RegisteredPasskey | undefined,
  ): Promise<{ readonly signCount: number } | undefined>;
}
