import { LIFETIMES } from '../policy/limits.ts';
import type { Ports } from '../ports/index.ts';
import type { AdminSession } from './admin-session.ts';
import { eventBy } from './event-by.ts';

export type AdminVisitNeeds = Pick<Ports, 'adminSessions' | 'clock'>;

/** The visit a handle opens, while it lasts; undefined otherwise. */
export async function findAdminVisit(
  { adminSessions, clock }: AdminVisitNeeds,
  key: string,
): Promise<AdminSession | undefined> {
  const session = await adminSessions.find(key);
  return session && !session.ended && clock.now() < session.expiresAt ? session : undefined;
}

/** A console asks for much at once: less than this is not worth a write. */
const WORTH_A_WRITE_MS = 60_000;

/**
 * The visit after one more act in it: good for another 15 minutes, 60 altogether. Undefined when it has ended meanwhile;
 * that another request prolonged it first is no trouble.
 */
export async function prolongAdminVisit(
  ports: AdminVisitNeeds,
  session: AdminSession,
): Promise<AdminSession | undefined> {
  const latest = session.startedAt + LIFETIMES.adminAbsolute;
  const expiresAt = Math.min(ports.clock.now() + LIFETIMES.adminIdle, latest);
  if (expiresAt - session.expiresAt < WORTH_A_WRITE_MS) return session;
  const next = { ...session, version: session.version + 1, expiresAt };
  if (await ports.adminSessions.replace(session, next)) return next;
  return findAdminVisit(ports, session.key);
}

const MOST_TRIES = 5;

/** Ends a visit at once, with its trail event. Ending one that is gone is no mistake. */
export async function endAdminVisit(
  ports: AdminVisitNeeds & Pick<Ports, 'trail' | 'random'>,
  key: string,
): Promise<void> {
  // Another request of the same visit may prolong it at this moment; signed out is signed out all the same.
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const session = await findAdminVisit(ports, key);
    if (!session) return;
    const next = { ...session, version: session.version + 1, ended: true };
    if (!(await ports.adminSessions.replace(session, next))) continue;
    await ports.trail.append(eventBy(ports, session, { kind: 'administrator-signed-out' }));
    return;
  }
}
