import { enrollmentOverview, type EnrollmentOverview } from '../../domain/enrollment/overview.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { endVisit, findVisit } from '../../domain/enrollment/visit.ts';
import { readCode } from '../../domain/verification/methods/email-code.ts';
import { BadRequest } from '../http/bad-request.ts';
import { slowDownProblem } from '../http/endings.ts';
import { json, problem, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, methodNamed, type EnrollNeeds } from './act.ts';
import { renderChange, renderRefusal, renderSignIn } from './json-replies.ts';
import { questionnaireView } from './questionnaire-view.ts';

type JsonRoutes = Pick<Routes<'enroll'>, Extract<keyof Routes<'enroll'>, `${string} /api/${string}`>>;

/** The JSON face of enrollment and of changing a known password. */
export function enrollJson(ports: EnrollNeeds, edge: Edge): JsonRoutes {
  const act = acts(ports, edge);
  const reference = () => ports.random.reference();
  const refuse = (status: number, code: string, more = {}) => problem(status, code, reference(), more);
  const wait = (retryAt: number) => slowDownProblem(retryAt, ports.clock.now(), reference());

  const inVisit = async (
    { sessionKey }: Request,
    work: (session: Session) => Promise<Reply>,
  ): Promise<Reply> => {
    const session = sessionKey === undefined ? undefined : await findVisit(ports, sessionKey);
    return session ? work(session) : refuse(401, 'session-gone');
  };

  const overview = async (session: Session, language: string): Promise<Reply> => {
    const { methods, enough, configuration } = await enrollmentOverview(ports, session);
    const questionnaire = questionnaireView(configuration, language);
    return json(200, { methods: methods.map(datesAsText), enough, questionnaire });
  };

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
        if (registered.kind === 'refused')
          return refuse(422, 'answers-refused', { reasons: Object.fromEntries(registered.problems) });
        return overview(session, request.language);
      }),
    'PUT /api/enrollment/email-code': (request) =>
      inVisit(request, (session) =>
        'address' in request.body
          ? propose(session, request.body.address)
          : confirm(session, request.body.code, request.language),
      ),
    'DELETE /api/enrollment/{method}': (request) =>
      inVisit(request, async (session) => {
        const removed = await act.remove(
          session,
          methodNamed(request.params['method']),
          request.body.password,
        );
        return removed.kind === 'removed'
          ? overview(session, request.language)
          : renderRefusal(removed, refuse, wait);
      }),
    'POST /api/password/change': async (request) => {
      const changed = await act.change(request, { ...request.body, operation: ports.random.id() });
      if (!changed) throw new BadRequest('username-unreadable', 'username');
      return renderChange(changed, refuse, wait);
    },
  };

  async function propose(session: Session, typed: string): Promise<Reply> {
    const proposed = await act.propose(session, typed);
    if (!proposed) throw new BadRequest('address-unreadable', 'address');
    switch (proposed.kind) {
      case 'code-sent':
        return json(202, { minutes: proposed.minutes });
      case 'no-more-codes':
        return refuse(429, 'no-more-codes');
      case 'nothing-to-confirm':
        return refuse(409, 'nothing-to-confirm');
      case 'conflict':
        return refuse(409, 'enrollment-changed-meanwhile');
    }
  }

  async function confirm(session: Session, typed: string, language: string): Promise<Reply> {
    const code = readCode(typed);
    if (code === undefined) throw new BadRequest('code-unreadable', 'code');
    const confirmed = await act.confirm(session, code);
    switch (confirmed.kind) {
      case 'registered':
        return overview(session, language);
      case 'wrong':
        return refuse(403, 'proof-wrong');
      case 'nothing-to-confirm':
        return refuse(409, 'nothing-to-confirm');
      case 'too-many-addresses':
        return refuse(409, 'too-many-addresses');
      case 'conflict':
        return refuse(409, 'enrollment-changed-meanwhile');
    }
  }
}

const datesAsText = (method: EnrollmentOverview['methods'][number]): object => ({
  ...method,
  ...(method.changedAt !== undefined && { changedAt: new Date(method.changedAt).toISOString() }),
  ...(method.goodUntil !== undefined && { goodUntil: new Date(method.goodUntil).toISOString() }),
});
