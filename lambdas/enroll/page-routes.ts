import { registeredMethods } from '../../domain/enrollment/enrollment.ts';
import { enrollmentOverview } from '../../domain/enrollment/overview.ts';
import { isWorkAddress } from '../../domain/enrollment/register-address.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { SignedIn } from '../../domain/enrollment/sign-in.ts';
import { endVisit, findVisit } from '../../domain/enrollment/visit.ts';
import { LIFETIMES } from '../../domain/policy/limits.ts';
import { questionText } from '../../domain/questionnaire/questionnaire.ts';
import { readCode } from '../../domain/verification/methods/email-code.ts';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { answersSetupPage } from '../../portal/enroll/answers-setup-page.tsx';
import { emailConfirmPage } from '../../portal/enroll/email-confirm-page.tsx';
import { emailSetupPage } from '../../portal/enroll/email-setup-page.tsx';
import { enrolledPage } from '../../portal/enroll/enrolled-page.tsx';
import { recoveryMethodsPage } from '../../portal/enroll/recovery-methods-page.tsx';
import { removeMethodPage } from '../../portal/enroll/remove-method-page.tsx';
import { signInPage } from '../../portal/enroll/sign-in-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { answerFields } from '../http/answer-fields.ts';
import { COOKIES } from '../http/cookies.ts';
import { slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, methodNamed, type EnrollNeeds } from './act.ts';

type EnrollPages = Pick<Routes<'enroll'>, Extract<keyof Routes<'enroll'>, `${string} /enroll${string}`>>;

/** The pages of enrollment (E0–E9); every post that succeeds redirects, every one that fails shows its form again. */
export function enrollPages(ports: EnrollNeeds, edge: Edge): EnrollPages {
  const act = acts(ports, edge);
  const frame = (request: Request) => frameOf(edge.site, request);
  const to = (path: string, extra = {}) => seeOther(`${edge.site.basePath}${path}`, extra);

  /** Runs `page` within a visit; without one, leads to the sign-in. */
  const inVisit = async (
    request: Request,
    page: (session: Session) => Reply | Promise<Reply>,
  ): Promise<Reply> => {
    const session = request.sessionKey === undefined ? undefined : await findVisit(ports, request.sessionKey);
    return session
      ? page(session)
      : to('/enroll', { cookies: [{ name: COOKIES.session, value: undefined }] });
  };

  const questions = async (request: Request, problem: readonly Problem[], status = 200): Promise<Reply> => {
    const { questionnaire } = await ports.configuration.current();
    const asked = questionnaire.questions.map((question) => ({
      id: question.id,
      minimumLength: question.minimumLength,
      ...questionText(question, request.language),
    }));
    return html(answersSetupPage(frame(request), { questions: asked, problem }), status);
  };

  const confirmForm = (
    request: Request,
    session: Session,
    problem: readonly Problem[],
    status = 200,
  ): Reply =>
    html(
      emailConfirmPage(frame(request), {
        address: session.pendingAddress?.hint ?? '',
        minutes: LIFETIMES.code / 60_000,
        problem,
      }),
      status,
    );

  const signInAgain = (request: Request, username: string, problem: Problem, status: number): Reply =>
    html(signInPage(frame(request), { username, problem }), status);

  return {
    'GET /enroll': (request) => html(signInPage(frame(request))),
    'POST /enroll/sign-in': async (request) => {
      const { username, password } = request.body;
      if (username.trim() === '')
        return signInAgain(request, username, { code: 'username-missing', field: 'username' }, 422);
      if (password === '')
        return signInAgain(request, username, { code: 'password-missing', field: 'password' }, 422);
      const signed = await act.signIn(request, username, password);
      if (!signed) return signInAgain(request, username, { code: 'unreadable', field: 'username' }, 422);
      return afterSignIn(request, username, signed);
    },
    'POST /enroll/sign-out': async (request) => {
      if (request.sessionKey !== undefined) await endVisit(ports, request.sessionKey);
      return to('/', {
        cookies: [{ name: COOKIES.session, value: undefined }],
        headers: { 'clear-site-data': '"cache"' },
      });
    },
    'GET /enroll/methods': (request) =>
      inVisit(request, async (session) => {
        const { methods, enough } = await enrollmentOverview(ports, session);
        return html(
          recoveryMethodsPage(frame(request), {
            displayName: session.displayName,
            methods,
            neededForAnything: !enough,
          }),
        );
      }),
    'GET /enroll/security-answers': (request) => inVisit(request, () => questions(request, [])),
    'POST /enroll/security-answers': (request) =>
      inVisit(request, async (session) => {
        const registered = await act.answers(session, answerFields(request.body));
        if (registered.kind === 'registered') return afterRegistering(session);
        if (registered.kind === 'conflict') return questions(request, [{ code: 'page-expired' }], 409);
        const problems = Array.from(registered.problems, ([id, code]) => ({ code, field: `answer.${id}` }));
        return questions(request, problems, 422);
      }),
    'GET /enroll/email-code': (request) => inVisit(request, () => html(emailSetupPage(frame(request)))),
    'POST /enroll/email-code': (request) =>
      inVisit(request, async (session) => {
        const { address, anyway, again: resend } = request.body;
        const again = (problem: Problem, status: number) =>
          html(emailSetupPage(frame(request), { address, problem }), status);
        if (resend !== 'yes' && address.trim() === '')
          return again({ code: 'address-missing', field: 'address' }, 422);
        if (resend !== 'yes' && anyway !== 'yes' && isWorkAddress(address, session))
          return html(emailSetupPage(frame(request), { address, warnCompanyDomain: true }));
        const proposed = await act.propose(session, resend === 'yes' ? undefined : address);
        switch (proposed?.kind) {
          case undefined:
            return again({ code: 'address-invalid', field: 'address' }, 422);
          case 'code-sent':
            return to('/enroll/email-code/confirm');
          case 'no-more-codes':
            return again({ code: 'no-more-codes' }, 429);
          case 'nothing-to-confirm':
            return to('/enroll/email-code');
          case 'conflict':
            return again({ code: 'page-expired' }, 409);
        }
      }),
    'GET /enroll/email-code/confirm': (request) =>
      inVisit(request, (session) =>
        session.pendingAddress ? confirmForm(request, session, []) : to('/enroll/email-code'),
      ),
    'POST /enroll/email-code/confirm': (request) =>
      inVisit(request, async (session) => {
        const code = readCode(request.body.code);
        if (code === undefined)
          return confirmForm(
            request,
            session,
            [{ code: request.body.code.trim() === '' ? 'code-missing' : 'code-wrong', field: 'code' }],
            422,
          );
        const confirmed = await act.confirm(session, code);
        switch (confirmed.kind) {
          case 'registered':
            return afterRegistering(session);
          case 'wrong':
            return confirmForm(request, session, [{ code: 'code-wrong', field: 'code' }], 403);
          case 'too-many-addresses':
            return html(emailSetupPage(frame(request), { problem: { code: 'address-too-many' } }), 409);
          case 'nothing-to-confirm':
            return to('/enroll/email-code');
          case 'conflict':
            return confirmForm(request, session, [{ code: 'page-expired' }], 409);
        }
      }),
    'GET /enroll/done': (request) =>
      inVisit(request, async (session) => {
        const methods = registeredMethods(await ports.enrollments.find(session.person));
        return html(enrolledPage(frame(request), { methods }));
      }),
    'GET /enroll/{method}/remove': (request) =>
      inVisit(request, () =>
        html(removeMethodPage(frame(request), { method: methodNamed(request.params['method']) })),
      ),
    'POST /enroll/{method}/remove': (request) =>
      inVisit(request, async (session) => {
        const method = methodNamed(request.params['method']);
        const again = (problem: Problem, status: number) =>
          html(removeMethodPage(frame(request), { method, problem }), status);
        const { currentPassword } = request.body;
        if (currentPassword === '')
          return again({ code: 'current-password-missing', field: 'currentPassword' }, 422);
        const removed = await act.remove(session, method, currentPassword);
        switch (removed.kind) {
          case 'removed':
          case 'not-registered':
            return to('/enroll/methods');
          case 'wrong-password':
            return again({ code: 'current-password-wrong', field: 'currentPassword' }, 403);
          case 'throttled':
            return slowDown(frame(request), removed.retryAt, ports.clock.now());
          case 'conflict':
            return again({ code: 'page-expired' }, 409);
        }
      }),
  };

  function afterSignIn(request: Request, username: string, signed: SignedIn): Reply {
    switch (signed.kind) {
      case 'signed-in':
        return to('/enroll/methods', { cookies: [{ name: COOKIES.session, value: signed.handle }] });
      case 'change-first':
        return to(`/password/change?because=${signed.because}`);
      case 'obstacle':
        return html(
          cannotPage(frame(request), { reason: signed.obstacle, reference: signed.reference }),
          403,
        );
      case 'refused':
        return signInAgain(request, username, { code: 'sign-in-refused' }, 403);
      case 'throttled':
        return signInAgain(request, username, { code: 'sign-in-stopped' }, 429);
    }
  }

  /** Back to the list while something is still needed; else done. */
  async function afterRegistering(session: Session): Promise<Reply> {
    const { enough } = await enrollmentOverview(ports, session);
    return to(enough ? '/enroll/done' : '/enroll/methods');
  }
}
