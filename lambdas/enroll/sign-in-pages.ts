import { setUpFirst } from '../../domain/enrollment/set-up-first.ts';
import { endVisit } from '../../domain/enrollment/visit.ts';
import type { SignedIn } from '../../domain/enrollment/sign-in.ts';
import { changePasswordPage } from '../../portal/change/change-password-page.tsx';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { signInPage } from '../../portal/enroll/sign-in-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { COOKIES } from '../http/cookies.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type EnrollNeeds } from './act.ts';

type SignInPages = Pick<
  Routes<'enroll'>,
  'GET /enroll' | `${'GET' | 'POST'} /enroll/sign-in` | `${'GET' | 'POST'} /enroll/sign-out`
>;

/** E0: in with the domain password, and out again. One neutral refusal for everything unproven. */
export function signInPages(ports: EnrollNeeds, edge: Edge): SignInPages {
  const act = acts(ports, edge);
  const { basePath } = edge.site;

  const again = (request: Request, problem: Problem, status: number, username = ''): Reply =>
    html(signInPage(frameOf(edge.site, request), { username, problem }), status);

  const render = async (request: Request, username: string, signed: SignedIn): Promise<Reply> => {
    switch (signed.kind) {
      case 'signed-in': {
        const { language } = signed.session;
        const cookies = [
          { name: COOKIES.session, value: signed.handle },
          // The directory's preferred language, until the browser is closed; the picker still beats it.
          ...(language === request.language ? [] : [{ name: COOKIES.language, value: language }]),
        ];
        const first = await setUpFirst(ports, signed.session);
        return seeOther(`${basePath}/enroll/${first ? 'authenticator-app' : 'methods'}`, { cookies });
      }
      case 'change-first':
        // Not a redirect: the name was typed once, and stays.
        return html(
          changePasswordPage(frameOf(edge.site, request), {
            username,
            because: signed.because,
            operation: ports.random.id(),
          }),
        );
      case 'obstacle': {
        const { obstacle, reference } = signed;
        const reason = obstacle === 'not-offered' ? 'nothing-offered' : obstacle;
        return html(cannotPage(frameOf(edge.site, request), { reason, reference }), 403);
      }
      case 'refused':
        return again(request, { code: 'sign-in-refused' }, 403, username);
      case 'throttled':
        return again(request, { code: 'sign-in-stopped' }, 429, username);
    }
  };

  return {
    'GET /enroll': (request) => html(signInPage(frameOf(edge.site, request))),
    'GET /enroll/sign-in': () => seeOther(`${basePath}/enroll`),
    'GET /enroll/sign-out': () => seeOther(`${basePath}/`),
    'POST /enroll/sign-in': async (request) => {
      const { username, password } = request.body;
      if (username.trim() === '') return again(request, { code: 'username-missing', field: 'username' }, 422);
      if (password === '')
        return again(request, { code: 'password-missing', field: 'password' }, 422, username);
      const signed = await act.signIn(request, username, password);
      if (!signed) return again(request, { code: 'unreadable', field: 'username' }, 422, username);
      return render(request, username, signed);
    },
    'POST /enroll/sign-out': async ({ sessionKey }) => {
      if (sessionKey !== undefined) await endVisit(ports, sessionKey);
      const cookies = [{ name: COOKIES.session, value: undefined }];
      return seeOther(`${basePath}/`, { cookies, headers: { 'clear-site-data': '"cache"' } });
    },
  };
}
