import type { ProblemCode } from '../../portal/frame.ts';
import { rememberBrowserPage } from '../../portal/enroll/remember-browser-page.tsx';
import { COOKIES } from '../http/cookies.ts';
import { frameOf } from '../http/frame.ts';
import { html, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { afterRegistering } from './after-registering.ts';
import { heldReply } from './held.ts';
import { ownThingsActs } from './own-things-act.ts';
import { withinVisit } from './within-visit.ts';

type RememberBrowserPages = Pick<Routes<'enroll'>, `${'GET' | 'POST'} /enroll/previous-authentication`>;

const DAY_SECONDS = 86_400;

/** This browser, remembered only when its owner asks for it: a machine may be shared. */
export function rememberBrowserPages(ports: EnrollNeeds, edge: Edge): RememberBrowserPages {
  const act = ownThingsActs(ports, edge);
  const inVisit = withinVisit(ports, edge.site);

  const page = async (request: Request, code?: ProblemCode, status = 200): Promise<Reply> => {
    const { document } = await ports.configuration.current();
    const days = document.methods['previous-authentication']?.days ?? 0;
    const view = { days, ...(code && { problem: { code } }) };
    return html(rememberBrowserPage(frameOf(edge.site, request), view), status);
  };

  return {
    'GET /enroll/previous-authentication': (request) => inVisit(request, () => page(request)),
    'POST /enroll/previous-authentication': (request) =>
      inVisit(request, async (session) => {
        const remembered = await act.rememberBrowser(session);
        if (remembered.kind === 'frozen') return heldReply(ports, edge.site, request, session);
        if (remembered.kind !== 'registered') return page(request, 'page-expired', 409);
        const { handle: value, days } = remembered;
        const cookie = { name: COOKIES.browser, value, maxAgeSeconds: days * DAY_SECONDS };
        return { ...(await afterRegistering(ports, edge.site, session)), cookies: [cookie] };
      }),
  };
}
