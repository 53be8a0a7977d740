import { pendingSetUp } from '../../domain/enrollment/register-authenticator.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { setUpFirst } from '../../domain/enrollment/set-up-first.ts';
import { readAppCode } from '../../domain/verification/methods/authenticator-app.ts';
import { authenticatorStartPage } from '../../portal/enroll/authenticator-start-page.tsx';
import type { Problem, ProblemCode } from '../../portal/frame.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { afterRegistering } from './after-registering.ts';
import { heldReply } from './held.ts';
import { ownThingsActs } from './own-things-act.ts';
import { withinVisit } from './within-visit.ts';

type AuthenticatorPages = Pick<
  Routes<'enroll'>,
  `${'GET' | 'POST'} /enroll/authenticator-app${'' | '/confirm'}`
>;

/** E5: an authenticator app, registered once it has made a right code. */
export function authenticatorPages(ports: EnrollNeeds, edge: Edge): AuthenticatorPages {
  const act = ownThingsActs(ports, edge);
  const inVisit = withinVisit(ports, edge.site);
  const to = (path: string) => seeOther(`${edge.site.basePath}${path}`);

  const start = async (request: Request, session: Session, code?: ProblemCode, status = 200) => {
    const first = await setUpFirst(ports, session);
    const view = { first, ...(code && { problem: { code } }) };
    return html(authenticatorStartPage(frameOf(edge.site, request), view), status);
  };

  const form = async (request: Request, session: Session, problem: readonly Problem[], status = 200) => {
    const setUp = await pendingSetUp(ports, session, request.presentation.organization);
    if (!setUp) return to('/enroll/authenticator-app');
    // Loaded when first needed: what draws the picture is for this page alone.
    const { authenticatorSetupPage } = await import('../../portal/enroll/authenticator-setup-page.tsx');
    const view = { ...setUp, account: session.username, problem };
    return html(authenticatorSetupPage(frameOf(edge.site, request), view), status);
  };

  const confirmed = async (request: Request, session: Session, code: string): Promise<Reply> => {
    const { kind } = await act.confirmApp(session, code);
    switch (kind) {
      case 'registered':
        return afterRegistering(ports, edge.site, session);
      case 'wrong':
        return form(request, session, [{ code: 'app-code-wrong', field: 'code' }], 403);
      case 'nothing-to-confirm':
        return start(request, session, 'app-begin-again', 409);
      case 'frozen':
        return heldReply(ports, edge.site, request, session);
      case 'conflict':
        return form(request, session, [{ code: 'page-expired' }], 409);
    }
  };

  return {
    'GET /enroll/authenticator-app': (request) => inVisit(request, (session) => start(request, session)),
    'POST /enroll/authenticator-app': (request) =>
      inVisit(request, async (session) => {
        const { kind } = await act.beginApp(request, session);
        return kind === 'begun'
          ? to('/enroll/authenticator-app/confirm')
          : start(request, session, 'page-expired', 409);
      }),
    'GET /enroll/authenticator-app/confirm': (request) =>
      inVisit(request, (session) => form(request, session, [])),
    'POST /enroll/authenticator-app/confirm': (request) =>
      inVisit(request, (session) => {
        const code = readAppCode(request.body.code);
        const slip = request.body.code.trim() === '' ? 'app-code-missing' : 'app-code-wrong';
        return code === undefined
          ? form(request, session, [{ code: slip, field: 'code' }], 422)
          : confirmed(request, session, code);
      }),
  };
}
