import type { Person } from '../../../domain/person.ts';

/** What may be done to an account. */
export const ACTS = ['reset', 'unlock', 'change'] as const;
export type Act = (typeof ACTS)[number];

/** When in a call the process dies: before anything was asked; or when the answer is there and nobody has seen it. */
export type Moment = 'before' | 'after';

export type StoreFound =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'dynamodb'; readonly endpoint: string; readonly accessKeyId: string };

/** Domain controllers of the demonstration domain in their order, and who vouches for them. */
export interface DirectoryFound {
  readonly urls: readonly string[];
  readonly ca: readonly string[];
}

/** One piece of work for a process of its own, and the moment in which it dies. */
export interface WorkOrder {
  readonly act: Act;
  readonly person: Person;
  readonly username: string;
  /** Of the flow: proven already, or to be made (change). */
  readonly key: string;
  readonly operation: string;
  /** The password that opens before. */
  readonly oldPassword: string;
  readonly newPassword: string;
  readonly store: StoreFound;
  readonly directory: DirectoryFound;
  readonly keyFile: string;
  /** Which call of a port is the last; none for a process that lives. */
  readonly lastCall?: number;
  readonly moment?: Moment;
  /** Or: dies so many milliseconds after it began, wherever it is. */
  readonly afterMs?: number;
  /** Writes the intent down only after the change: for showing that the proof sees it. */
  readonly careless?: boolean;
}
