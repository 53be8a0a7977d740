import { ACTIONS } from '../../domain/policy/action.ts';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { claimPage } from '../../portal/recover/claim-page.tsx';
import { methodsPage } from '../../portal/recover/methods-page.tsx';
import { COOKIES } from '../http/cookies.ts';
import { slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { methodsFor } from './flow-view.ts';
import { withinFlow } from './within-flow.ts';

type ClaimPages = Pick<Routes<'verify'>, 'GET /recover' | 'POST /recover' | 'GET /recover/methods'>;

/** R1 and R2: who are you, and how will you prove it. Every name gets the same answer. */
export function claimPages(ports: VerifyNeeds, edge: Edge): ClaimPages {
  const act = acts(ports, edge);
  const inFlow = withinFlow(ports, edge.site);
  const frame = (request: Request) => frameOf(edge.site, request);

  const unreadable = (request: Request, username: string): Reply => {
    const code = username.trim() === '' ? 'username-missing' : 'unreadable';
    return html(claimPage(frame(request), { username, problem: { code, field: 'username' } }), 422);
  };

  return {
    'GET /recover': (request) => html(claimPage(frame(request))),
    'POST /recover': async (request) => {
      const { username } = request.body;
      const started = await act.start(request, username, false);
      if (!started) return unreadable(request, username);
      if (started.kind === 'too-many') return slowDown(frame(request), started.retryAt, ports.clock.now());
      const cookies = [{ name: COOKIES.flow, value: started.handle }];
      return seeOther(`${edge.site.basePath}/recover/methods`, { cookies });
    },
    'GET /recover/methods': (request) =>
      inFlow(request, ({ flow, configuration, actions }) => {
        const nothing =
          flow.proofs.length > 0 && ACTIONS.every((each) => actions[each].kind === 'not-offered');
        if (nothing)
          return html(
            cannotPage(frame(request), { reason: 'nothing-offered', reference: flow.reference }),
            403,
          );
        return html(methodsPage(frame(request), { methods: methodsFor(flow, configuration, actions) }));
      }),
  };
}
