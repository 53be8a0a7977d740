import type { AdminSession } from '../administration/admin-session.ts';

/** Keeps administrators' visits. Throws a Failure when the store cannot be reached. Nothing relies on TTL deletion. */
export interface AdminSessionStore {
  create(session: AdminSession): Promise<void>;
  find(key: string): Promise<AdminSession | undefined>;
  /** Replaces `seen` by `next` (one version higher) while it is still the one that was seen; false when it has moved. */
  replace(seen: AdminSession, next: AdminSession): Promise<boolean>;
}
