import type { QueuedMessage } from '../messages/message.ts';
import type { Person } from '../person.ts';
import type { Sealed } from '../ports/sealer.ts';
import type { SealedSeed } from '../ports/seeds.ts';
import type { IssuedCode } from '../recovery/flow.ts';

/** A signed-in person's visit to their own enrollment. It can do nothing else. */
export interface Session {
  /** SHA-256 of the client's handle. */
  readonly key: string;
  readonly reference: string;
  readonly person: Person;
  readonly displayName: string;
  readonly username: string;
  readonly mail?: string;
  /** The user configuration the person fell under at sign-in. */
  readonly userConfiguration: string;
  readonly version: number;
  readonly startedAt: number;
  readonly expiresAt: number;
  readonly source: string;
  readonly language: string;
  /** An address waiting to be confirmed by a code; `hint` is enough for its owner to recognise it. */
  readonly pendingAddress?: {
    readonly address: Sealed;
    readonly hint: string;
    readonly code: IssuedCode;
    readonly sends: number;
  };
  /** A number waiting likewise. */
  readonly pendingPhone?: {
    readonly number: Sealed;
    readonly country: string;
    readonly hint: string;
    readonly code: IssuedCode;
    readonly sends: number;
  };
  /** An authenticator app that has to make a right code first. */
  readonly pendingAuthenticator?: {
    readonly id: string;
    readonly seed: SealedSeed;
    readonly tries: number;
  };
  readonly ended: boolean;
  readonly outbox: readonly QueuedMessage[];
}
