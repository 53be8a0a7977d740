import type { HoldNeeds } from '../../domain/enrollment/hold.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { findVisit } from '../../domain/enrollment/visit.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { problem, type Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';
import { heldUpJson } from './held.ts';

/** Runs a JSON route within the request's visit; without one, and where changes are held up, says so instead. */
export const withinJsonVisit =
  (ports: Pick<Ports, 'sessions' | 'clock' | 'random'> & HoldNeeds) =>
  async (request: Request, work: (session: Session) => Promise<Reply>): Promise<Reply> => {
    const { sessionKey } = request;
    const session = sessionKey === undefined ? undefined : await findVisit(ports, sessionKey);
    if (!session) return problem(401, 'session-gone', ports.random.reference());
    return (await heldUpJson(ports, request, session)) ?? work(session);
  };
