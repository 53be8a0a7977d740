import { enrollmentOverview } from '../../domain/enrollment/overview.ts';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { enrolledPage } from '../../portal/enroll/enrolled-page.tsx';
import { recoveryMethodsPage } from '../../portal/enroll/recovery-methods-page.tsx';
import { removeMethodPage } from '../../portal/enroll/remove-method-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, methodNamed, type EnrollNeeds } from './act.ts';
import { withinVisit } from './within-visit.ts';

type MethodsPages = Pick<
  Routes<'enroll'>,
  'GET /enroll/methods' | 'GET /enroll/done' | 'GET /enroll/{method}/remove' | 'POST /enroll/{method}/remove'
>;

/** E1, E7 and E9: what is registered, whether it is enough, and how to remove it. */
export function methodsPages(ports: EnrollNeeds, edge: Edge): MethodsPages {
  const act = acts(ports, edge);
  const inVisit = withinVisit(ports, edge.site);
  return {
    'GET /enroll/methods': (request) =>
      inVisit(request, async (session) => {
        const { methods, enough } = await enrollmentOverview(ports, session);
        const frame = frameOf(edge.site, request);
        if (methods.length === 0)
          return html(cannotPage(frame, { reason: 'nothing-offered', reference: session.reference }), 403);
        const view = { displayName: session.displayName, methods, neededForAnything: !enough };
        return html(recoveryMethodsPage(frame, view));
      }),
    'GET /enroll/done': (request) =>
      inVisit(request, async (session) => {
        const overview = await enrollmentOverview(ports, session);
        const methods = overview.methods
          .filter(({ status, goodUntil }) => status === 'set-up' || goodUntil !== undefined)
          .map(({ method }) => method);
        return html(enrolledPage(frameOf(edge.site, request), { methods }));
      }),
    'GET /enroll/{method}/remove': (request) =>
      inVisit(request, () => {
        const method = methodNamed(request.params['method']);
        return html(removeMethodPage(frameOf(edge.site, request), { method }));
      }),
    'POST /enroll/{method}/remove': (request) =>
      inVisit(request, async (session) => {
        const method = methodNamed(request.params['method']);
        const frame = frameOf(edge.site, request);
        const again = (code: Problem['code'], status: number) =>
          html(removeMethodPage(frame, { method, problem: { code, field: 'currentPassword' } }), status);
        const { currentPassword } = request.body;
        if (currentPassword === '') return again('current-password-missing', 422);
        const removed = await act.remove(session, method, currentPassword);
        switch (removed.kind) {
          case 'removed':
          case 'not-registered':
            return seeOther(`${edge.site.basePath}/enroll/methods`);
          case 'wrong-password':
            return again('current-password-wrong', 403);
          case 'throttled':
            return slowDown(frame, removed.retryAt, ports.clock.now());
          case 'conflict':
            return again('page-expired', 409);
        }
      }),
  };
}
