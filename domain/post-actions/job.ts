import type { Person } from '../person.ts';
import type { Action } from '../policy/action.ts';

/** Who is to do a job: each has powers of its own, and looks for nobody else's jobs. */
export const POST_ACTION_DESKS = ['outside', 'directory'] as const;
export type PostActionDesk = (typeof POST_ACTION_DESKS)[number];

/** What a job does, its macros filled in. */
export type PostActionWork =
  | {
      readonly kind: 'webhook';
      /** One of the deployment's endpoints, by its name. */
      readonly endpoint: string;
      readonly text: string;
    }
  | { readonly kind: 'event'; readonly text: string }
  | { readonly kind: 'attribute'; readonly attribute: string; readonly value: string };

/** What was known of the account when it was changed, and may be told; what is not known is empty. */
export interface ChangedAccount {
  readonly username: string;
  readonly displayName: string;
  readonly mail: string;
}

/** One post action that waits for being done, written in the transaction of the outcome that causes it. Nothing in it is a secret. */
export interface PostActionJob {
  /** The same for every try: whoever is told knows a repetition by it. */
  readonly id: string;
  readonly person: Person;
  readonly account: ChangedAccount;
  readonly action: Action;
  /** When the change was done; epoch milliseconds. */
  readonly at: number;
  /** The flow's. */
  readonly reference: string;
  /** What administrators call it; for the trail. */
  readonly name: string;
  readonly work: PostActionWork;
  /** How often it has failed so far. */
  readonly failures: number;
}

/** Who does it. */
export const deskOf = ({ work }: Pick<PostActionJob, 'work'>): PostActionDesk =>
  work.kind === 'attribute' ? 'directory' : 'outside';
