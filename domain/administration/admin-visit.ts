import { Failure } from '../failure.ts';
import type { Role } from '../policy/configuration-document.ts';
import { LIFETIMES } from '../policy/limits.ts';
import type { Account } from '../ports/account.ts';
import type { Ports } from '../ports/index.ts';
import type { AdminSession } from './admin-session.ts';
import { eventBy } from './event-by.ts';
import { rolesOf } from './roles.ts';

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
 * The visit after one more act in it: good for another 15 minutes, 60 altogether, with the roles its owner has now, looked up once
 * a minute at the most. Undefined when it has ended meanwhile, or ends because they have none any more; that another request
 * prolonged it first is no trouble.
 */
export async function prolongAdminVisit(
  ports: AdminVisitNeeds & Pick<Ports, 'directory' | 'configuration'>,
  session: AdminSession,
): Promise<AdminSession | undefined> {
  const { expiresAt, isLast, isFresh } = prolonged(session, ports.clock.now());
  if (isFresh) return session;
  const roles = await rolesNow(ports, session);
  if (isLast && roles.join() === session.roles.join()) return session;
  const next = { ...session, roles, version: session.version + 1, expiresAt, ended: roles.length === 0 };
  const written = await ports.adminSessions.replace(session, next);
  if (next.ended) return undefined;
  return written ? next : findAdminVisit(ports, session.key);
}

/** How long a visit lasts that is prolonged now, whether that is its end for good, and whether it was done just now. */
function prolonged({ startedAt, expiresAt: before }: AdminSession, now: number) {
  const latest = startedAt + LIFETIMES.adminAbsolute;
  const expiresAt = Math.min(now + LIFETIMES.adminIdle, latest);
  // In its last quarter of an hour there is nothing to prolong, and no telling when it was last looked at.
  const isLast = before === latest;
  return { expiresAt, isLast, isFresh: !isLast && expiresAt - before < WORTH_A_WRITE_MS };
}

/**
 * The visit with the roles its owner has now, for functions that may not write visits: it lasts no longer by it. Looked up as
 * often as `prolongAdminVisit` does; undefined when they have none any more.
 */
export async function lookAtAdminVisit(
  ports: Pick<Ports, 'directory' | 'configuration' | 'clock'>,
  session: AdminSession,
): Promise<AdminSession | undefined> {
  if (prolonged(session, ports.clock.now()).isFresh) return session;
  const roles = await rolesNow(ports, session);
  return roles.length > 0 ? { ...session, roles } : undefined;
}

/**
 * None for whom the account is gone or can't be used, or has another password; those they had where the directory can't be asked:
 * then they are needed most.
 */
async function rolesNow(
  { directory, configuration }: Pick<Ports, 'directory' | 'configuration'>,
  { administrator, roles, passwordLastSet }: AdminSession,
): Promise<readonly Role[]> {
  let account: Account | undefined;
  try {
    account = await directory.read(administrator.person);
  } catch (error) {
    if (error instanceof Failure) return roles;
    throw error;
  }
  if (!account || account.disabled || account.accountExpired) return [];
  if (isSetSince(account.passwordLastSet, passwordLastSet)) return [];
  return rolesOf(account, await configuration.current());
}

/**
 * Whether a password was set, or has to be changed ('0'), since another one was. An earlier one is what a domain controller says that has
 * not heard of the change yet.
 */
const isSetSince = (now: string, then: string): boolean =>
  now !== then && (now === '0' || BigInt(now) > BigInt(then));

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
