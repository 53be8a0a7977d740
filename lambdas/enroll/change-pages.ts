import type { Changed } from '../../domain/recovery/change.ts';
import { changePasswordPage } from '../../portal/change/change-password-page.tsx';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { problemPage } from '../../portal/endings/problem-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { donePage } from '../../portal/recover/done-page.tsx';
import { slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { readOperation } from '../http/operation.ts';
import { passwordProblemsView, REFUSED_BY_DIRECTORY, ruleView } from '../http/password-problems.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type EnrollNeeds } from './act.ts';

type ChangePages = Pick<Routes<'enroll'>, Extract<keyof Routes<'enroll'>, `${string} /password/${string}`>>;
type Again = {
  readonly problem: readonly Problem[];
  readonly rules?: ReturnType<typeof ruleView>;
  readonly status: number;
};

/** C1: change a known password, with or without being signed in. */
export function changePages(ports: EnrollNeeds, edge: Edge): ChangePages {
  const act = acts(ports, edge);
  const frame = (request: Request) => frameOf(edge.site, request);

  const again = (request: Request, username: string, { problem, rules, status }: Again): Reply =>
    html(
      changePasswordPage(frame(request), {
        username,
        operation: ports.random.id(),
        problem,
        ...(rules && { rules }),
      }),
      status,
    );

  const render = (request: Request, username: string, changed: Changed): Reply => {
    switch (changed.kind) {
      case 'refused':
        return again(request, username, { problem: [{ code: 'sign-in-refused' }], status: 403 });
      case 'throttled':
        return slowDown(frame(request), changed.retryAt, ports.clock.now());
      case 'obstacle': {
        const { obstacle, reference } = changed;
        const reason = obstacle === 'not-offered' ? 'nothing-offered' : obstacle;
        return html(cannotPage(frame(request), { reason, reference }), 409);
      }
      case 'password-refused':
        return again(request, username, {
          problem: passwordProblemsView(changed.problems),
          rules: ruleView(changed.rules),
          status: 422,
        });
      case 'unsettled':
        return html(problemPage(frame(request), { changed: 'unknown', reference: changed.reference }), 503);
      case 'settled':
        return settled(request, username, changed);
    }
  };

  const settled = (
    request: Request,
    username: string,
    { outcome, reference, rules }: Extract<Changed, { kind: 'settled' }>,
  ): Reply => {
    if (outcome.result === 'done') return seeOther(`${edge.site.basePath}/password/changed`);
    if (outcome.result === 'unknown')
      return html(problemPage(frame(request), { changed: 'unknown', reference }), 503);
    if (outcome.reason === 'not-executed')
      return html(problemPage(frame(request), { changed: 'no', reference }), 503);
    if (outcome.reason === 'policy')
      return again(request, username, { problem: REFUSED_BY_DIRECTORY, rules: ruleView(rules), status: 422 });
    if (outcome.reason === 'not-permitted')
      return html(cannotPage(frame(request), { reason: 'not-permitted', reference }), 409);
    return again(request, username, { problem: [{ code: 'sign-in-refused' }], status: 403 });
  };

  return {
    'GET /password/change': (request) => {
      const why = request.query['because'];
      const because = why === 'must-change' || why === 'expired' ? why : undefined;
      return html(
        changePasswordPage(frame(request), { operation: ports.random.id(), ...(because && { because }) }),
      );
    },
    'POST /password/change': async (request) => {
      const { body } = request;
      const blank = blankField(body);
      if (blank) return again(request, body.username, { problem: [blank], status: 422 });
      const changed = await act.change(request, { ...body, operation: readOperation(body.operation) });
      if (!changed)
        return again(request, body.username, {
          problem: [{ code: 'unreadable', field: 'username' }],
          status: 422,
        });
      return render(request, body.username, changed);
    },
    'GET /password/changed': (request) =>
      html(donePage(frame(request), { action: 'change', couldAddMethod: false, uncertain: false })),
  };
}

function blankField(body: {
  username: string;
  currentPassword: string;
  newPassword: string;
}): Problem | undefined {
  if (body.username.trim() === '') return { code: 'username-missing', field: 'username' };
  if (body.currentPassword === '') return { code: 'current-password-missing', field: 'currentPassword' };
  return body.newPassword === '' ? { code: 'new-password-missing', field: 'newPassword' } : undefined;
}
