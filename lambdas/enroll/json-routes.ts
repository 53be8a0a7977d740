import type { Session } from '../../domain/enrollment/session.ts';
import { endVisit } from '../../domain/enrollment/visit.ts';
import { BadRequest } from '../http/bad-request.ts';
import { slowDownProblem } from '../http/endings.ts';
import { json, problem } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { RemovableMethod } from '../../domain/verification/method.ts';
import { perRemovable } from '../per-removable.ts';
import { acts, type EnrollNeeds } from './act.ts';
import { contactJson } from './contact-json.ts';
import { heldProblem } from './held.ts';
import { renderChange, renderRefusal, renderSignIn } from './json-replies.ts';
import { overviewJson } from './overview-json.ts';
import { withinJsonVisit } from './within-json-visit.ts';

type JsonRoutes = Pick<
  Routes<'enroll'>,
  | Extract<keyof Routes<'enroll'>, `${string} /api/enrollment/session`>
  | 'GET /api/enrollment'
  | 'PUT /api/enrollment/security-answers'
  | 'PUT /api/enrollment/email-code'
  | `DELETE /api/enrollment/${RemovableMethod}`
  | 'POST /api/password/change'
>;

/** The JSON face of enrollment and of changing a known password; other methods add their own. */
export function enrollJson(ports: EnrollNeeds, edge: Edge): JsonRoutes {
  const act = acts(ports, edge);
  const mailbox = contactJson(ports, act);
  const reference = () => ports.random.reference();
  const refuse = (status: number, code: string, more = {}) => problem(status, code, reference(), more);
  const wait = (retryAt: number) => slowDownProblem(retryAt, ports.clock.now(), reference());

  const inVisit = withinJsonVisit(ports);
  const overview = (session: Session, language: string) => overviewJson(ports, session, language);

  return {
    'POST /api/enrollment/session': async (request) => {
      const signed = await act.signIn(request, request.body.username, request.body.password);
      if (!signed) throw new BadRequest('username-unreadable', 'username');
      return renderSignIn(signed, refuse, wait);
    },
    'DELETE /api/enrollment/session': async ({ sessionKey }) => {
      if (sessionKey !== undefined) await endVisit(ports, sessionKey);
      return json(200, { ended: true });
    },
    'GET /api/enrollment': (request) => inVisit(request, (session) => overview(session, request.language)),
    'PUT /api/enrollment/security-answers': (request) =>
      inVisit(request, async (session) => {
        const registered = await act.answers(session, request.body.answers);
        if (registered.kind === 'conflict') return refuse(409, 'enrollment-changed-meanwhile');
        if (registered.kind === 'frozen') return heldProblem(ports, session);
        if (registered.kind === 'refused')
          return refuse(422, 'answers-refused', { reasons: Object.fromEntries(registered.problems) });
        return overview(session, request.language);
      }),
    'PUT /api/enrollment/email-code': (request) =>
      inVisit(request, async (session) => {
        const { body, language } = request;
        if (!('address' in body)) return mailbox.confirm(session, body.code, language);
        const proposed = await act.propose(session, body.address);
        if (!proposed) throw new BadRequest('address-unreadable', 'address');
        return mailbox.proposed(proposed);
      }),
    ...perRemovable(
      'DELETE /api/enrollment/',
      '',
      (method) => (request: Request<`DELETE /api/enrollment/${RemovableMethod}`>) =>
        inVisit(request, async (session) => {
          const removed = await act.remove(session, method, request.body.password);
          if (removed.kind === 'frozen') return heldProblem(ports, session);
          return removed.kind === 'removed'
            ? overview(session, request.language)
            : renderRefusal(removed, refuse, wait);
        }),
    ),
    'POST /api/password/change': async (request) => {
      const changed = await act.change(request, { ...request.body, operation: ports.random.id() });
      if (!changed) throw new BadRequest('username-unreadable', 'username');
      return renderChange(changed, refuse, wait);
    },
  };
}
