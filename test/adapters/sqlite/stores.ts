import { sqliteAdminSessionStore } from '../../../adapters/sqlite/admin-session-store.ts';
import { sqliteConfigurationStore } from '../../../adapters/sqlite/configuration-store.ts';
import { sqliteDraftStore } from '../../../adapters/sqlite/draft-store.ts';
import { sqliteEnrollmentStore } from '../../../adapters/sqlite/enrollment-store.ts';
import { sqliteFlowStore } from '../../../adapters/sqlite/flow-store.ts';
import { sqliteHealthStore } from '../../../adapters/sqlite/health-store.ts';
import { openCentralStore } from '../../../adapters/sqlite/open-central-store.ts';
import { sqliteOutbox } from '../../../adapters/sqlite/outbox.ts';
import { sqlitePersonNotes } from '../../../adapters/sqlite/person-notes.ts';
import { sqlitePostActionQueue } from '../../../adapters/sqlite/post-action-queue.ts';
import { sqliteRepudiations } from '../../../adapters/sqlite/repudiations.ts';
import { sqliteSessionStore } from '../../../adapters/sqlite/session-store.ts';
import { sqliteTrail } from '../../../adapters/sqlite/trail.ts';
import type { CentralStore } from '../../contracts/central-store.ts';
import { aConfiguration } from '../../support/configured.ts';

/** Every store over a fresh database in memory. */
export async function sqliteStores(): Promise<CentralStore> {
  const db = openCentralStore(':memory:');
  return {
    flows: sqliteFlowStore(db),
    notes: sqlitePersonNotes(db),
    repudiations: sqliteRepudiations(db),
    postActions: sqlitePostActionQueue(db),
    sessions: sqliteSessionStore(db),
    enrollments: sqliteEnrollmentStore(db),
    configuration: sqliteConfigurationStore(db, aConfiguration()),
    drafts: sqliteDraftStore(db),
    adminSessions: sqliteAdminSessionStore(db),
    health: sqliteHealthStore(db),
    outbox: sqliteOutbox(db),
    trail: sqliteTrail(db),
  };
}
