import { whereItStands, type FlowStanding, type StandingNeeds } from '../../domain/recovery/standing.ts';
import { closedPage } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import type { Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';
import type { Site } from '../http/site.ts';

/** Runs a page on the request's flow while it is open; else leads to where that flow ended. */
export type WithinFlow = (
  request: Request,
  page: (stands: FlowStanding) => Reply | Promise<Reply>,
) => Promise<Reply>;

export const withinFlow =
  (ports: StandingNeeds, site: Site): WithinFlow =>
  async (request, page) => {
    const stands = request.flowKey === undefined ? undefined : await whereItStands(ports, request.flowKey);
    if (stands?.phase === 'open') return page(stands);
    return closedPage(frameOf(site, request), stands?.phase ?? 'gone', stands?.flow.reference ?? '');
  };
