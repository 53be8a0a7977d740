import { LIFETIMES } from '../policy/limits.ts';
import type { Ports } from '../ports/index.ts';
import type { Session } from './session.ts';

/** The session a handle opens, while it lasts; undefined otherwise. */
export async function findVisit(
  { sessions, clock }: Pick<Ports, 'sessions' | 'clock'>,
  key: string,
): Promise<Session | undefined> {
  const session = await sessions.find(key);
  return session && !session.ended && clock.now() < session.expiresAt ? session : undefined;
}

/** The session after one more act in it: a version higher, and good for another while. */
export const prolonged = (session: Session, now: number): Session => ({
  ...session,
  version: session.version + 1,
  expiresAt: Math.min(now + LIFETIMES.sessionIdle, session.startedAt + LIFETIMES.sessionAbsolute),
});

/** Ends a session at once. Ending one that is gone is no mistake. */
export async function endVisit(
  { sessions, clock }: Pick<Ports, 'sessions' | 'clock'>,
  key: string,
): Promise<void> {
  const session = await findVisit({ sessions, clock }, key);
  if (session) await sessions.replace(session, { ...session, version: session.version + 1, ended: true });
}
