import type { AdminSessionStore } from '../../domain/ports/admin-session-store.ts';
import type { ConfigurationStore } from '../../domain/ports/configuration-store.ts';
import type { DraftStore } from '../../domain/ports/draft-store.ts';
import type { EnrollmentStore } from '../../domain/ports/enrollment-store.ts';
import type { FlowStore } from '../../domain/ports/flow-store.ts';
import type { HealthStore } from '../../domain/ports/health-store.ts';
import type { Outbox } from '../../domain/ports/outbox.ts';
import type { PersonNotesStore } from '../../domain/ports/person-notes.ts';
import type { PostActionQueue } from '../../domain/ports/post-action-queue.ts';
import type { RepudiationStore } from '../../domain/ports/repudiations.ts';
import type { SessionStore } from '../../domain/ports/session-store.ts';
import type { Trail } from '../../domain/ports/trail.ts';

/** Every store over one empty central store: a promise of one is often seen through another. */
export interface CentralStore {
  readonly flows: FlowStore;
  readonly notes: PersonNotesStore;
  readonly repudiations: RepudiationStore;
  readonly postActions: PostActionQueue;
  readonly sessions: SessionStore;
  readonly enrollments: EnrollmentStore;
  /** Its deployment's own configuration is `aConfiguration()`. */
  readonly configuration: ConfigurationStore;
  readonly drafts: DraftStore;
  readonly adminSessions: AdminSessionStore;
  readonly health: HealthStore;
  readonly outbox: Outbox;
  readonly trail: Trail;
}

export type MakeCentralStore = () => Promise<CentralStore>;

/** As many calls at once as asked for, and their answers. */
export const atOnce = <T>(times: number, call: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => call(index)));

export const countOf = <T>(answers: readonly T[], wanted: (answer: T) => boolean): number =>
  answers.filter(wanted).length;

export async function collected<T>(sequence: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of sequence) all.push(one);
  return all;
}
