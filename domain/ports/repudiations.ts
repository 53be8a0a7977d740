import type { Person } from '../person.ts';
import type { Sealed } from './sealer.ts';

/** What the link of a letter may do: freeze self-service for the person the letter went to, or lift such a freeze. */
export interface Repudiation {
  readonly person: Person;
  /** Of the flow or session the letter tells of. */
  readonly reference: string;
  /** The contact the link went to, as it is sealed in the letter. */
  readonly contact: Sealed;
  readonly purpose: 'freeze' | 'unfreeze';
  /** When what the letter tells of happened; a link for lifting belongs to the freeze of that moment. Epoch milliseconds. */
  readonly at: number;
  readonly expiresAt: number;
  /** Left out: whom a freeze by this link may be lifted by is nobody but the help desk. */
  readonly liftable?: true;
}

/** Keeps what the links of letters may do, by the SHA-256 of their token (base64url); the token itself is in the letter alone. */
export interface RepudiationStore {
  /** Keeps a new one. Throws a Failure when the store cannot be reached. */
  keep(key: string, repudiation: Repudiation): Promise<void>;
  /** Undefined when there is none of that key; one that has expired may still be answered. */
  find(key: string): Promise<Repudiation | undefined>;
}
