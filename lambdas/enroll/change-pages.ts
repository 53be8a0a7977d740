import type { PasswordStandard } from '../../domain/policy/password-standard.ts';
import type { Changed } from '../../domain/recovery/change.ts';
import { changePasswordPage } from '../../portal/change/change-password-page.tsx';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { problemPage } from '../../portal/endings/problem-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { donePage } from '../../portal/recover/done-page.tsx';
import { personBusyPage, slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { readOperation } from '../http/operation.ts';
import {
  passwordProblemsView,
  refusedByDirectory,
  ruleView,
  suggestionView,
} from '../http/password-problems.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type EnrollNeeds, type Suggested } from './act.ts';

type ChangePages = Pick<Routes<'enroll'>, Extract<keyof Routes<'enroll'>, `${string} /password/${string}`>>;
type Again = {
  readonly problem: readonly Problem[];
  readonly standard?: PasswordStandard;
  readonly suggestion?: string;
  readonly changeableFrom?: number;
  readonly status: number;
};

/** C1: change a known password, with or without being signed in. */
export function changePages(ports: EnrollNeeds, edge: Edge): ChangePages {
  const act = acts(ports, edge);
  const frame = (request: Request) => frameOf(edge.site, request);

  const again = (request: Request, username: string, { standard, status, ...shown }: Again): Reply =>
    html(
      changePasswordPage(frame(request), {
        username,
        operation: ports.random.id(),
        ...shown,
        ...(standard && { rules: ruleView(standard, true) }),
      }),
      status,
    );

  const render = (request: Request, username: string, changed: Changed | Suggested): Reply => {
    switch (changed.kind) {
      case 'suggested': {
        const { standard, suggestion } = changed;
        return again(request, username, { ...suggestionView(suggestion), standard, status: 200 });
      }
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
          ...(changed.retryAt !== undefined && { changeableFrom: changed.retryAt }),
          standard: changed.standard,
          status: 422,
        });
      case 'person-busy':
        return personBusyPage(frame(request), { again: '/password/change', reference: changed.reference });
      case 'frozen':
        return html(
          cannotPage(frame(request), { reason: 'self-service-frozen', reference: changed.reference }),
          409,
        );
      case 'unsettled':
        return html(problemPage(frame(request), { changed: 'unknown', reference: changed.reference }), 503);
      case 'settled':
        return settled(request, username, changed);
    }
  };

  const settled = (
    request: Request,
    username: string,
    { outcome, reference, standard }: Extract<Changed, { kind: 'settled' }>,
  ): Reply => {
    if (outcome.result === 'done') return seeOther(`${edge.site.basePath}/password/changed`);
    if (outcome.result === 'unknown')
      return html(problemPage(frame(request), { changed: 'unknown', reference }), 503);
    if (outcome.reason === 'not-executed')
      return html(problemPage(frame(request), { changed: 'no', reference }), 503);
    if (outcome.reason === 'policy')
      return again(request, username, { problem: refusedByDirectory(standard.rules), standard, status: 422 });
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
      const changed = isSuggestion(body)
        ? await act.suggest(request, body.username, body.currentPassword)
        : await act.change(request, { ...body, operation: readOperation(body.operation) });
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

interface ChangeBody {
  readonly username: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly suggest: string;
}

/** What was typed as the new password counts for nothing then. */
const isSuggestion = ({ suggest }: ChangeBody): boolean => suggest === 'yes';

function blankField(body: ChangeBody): Problem | undefined {
  if (body.username.trim() === '') return { code: 'username-missing', field: 'username' };
  if (body.currentPassword === '') return { code: 'current-password-missing', field: 'currentPassword' };
  return body.newPassword === '' && !isSuggestion(body)
    ? { code: 'new-password-missing', field: 'newPassword' }
    : undefined;
}
