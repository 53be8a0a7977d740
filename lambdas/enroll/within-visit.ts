import type { HoldNeeds } from '../../domain/enrollment/hold.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { findVisit } from '../../domain/enrollment/visit.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { COOKIES } from '../http/cookies.ts';
import { seeOther, type Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';
import type { Site } from '../http/site.ts';
import { heldUp } from './held.ts';

/** Runs a page within the request's visit; without one, leads to the sign-in; where changes are held up, says so instead. */
export type WithinVisit = (
  request: Request,
  page: (session: Session) => Reply | Promise<Reply>,
) => Promise<Reply>;

export const withinVisit =
  (ports: Pick<Ports, 'sessions' | 'clock'> & HoldNeeds, site: Site): WithinVisit =>
  async (request, page) => {
    const { sessionKey } = request;
    const session = sessionKey === undefined ? undefined : await findVisit(ports, sessionKey);
    const ended = { cookies: [{ name: COOKIES.session, value: undefined }] };
    if (!session) return seeOther(`${site.basePath}/enroll`, ended);
    return (await heldUp(ports, site, request, session)) ?? page(session);
  };
