import type { Draft } from '../administration/draft.ts';
import type { Person } from '../person.ts';

/** Keeps each administrator's draft. Throws a Failure when the store cannot be reached. */
export interface DraftStore {
  find(author: Person): Promise<Draft | undefined>;
  /** Keeps a draft while its author's is still at `seenRevision` (0: there is none); false when it has moved. */
  save(draft: Draft, seenRevision: number): Promise<boolean>;
  /** Drops a draft while it is still at `seenRevision`; false when it has moved or is gone. */
  drop(author: Person, seenRevision: number): Promise<boolean>;
}
