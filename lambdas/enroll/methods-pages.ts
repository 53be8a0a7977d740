import { holdOn } from '../../domain/enrollment/hold.ts';
import { enrollmentOverview } from '../../domain/enrollment/overview.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { setUpFirst } from '../../domain/enrollment/set-up-first.ts';
import type { MethodName, RemovableMethod } from '../../domain/verification/method.ts';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { enrolledPage } from '../../portal/enroll/enrolled-page.tsx';
import { recoveryMethodsPage } from '../../portal/enroll/recovery-methods-page.tsx';
import { removeMethodPage } from '../../portal/enroll/remove-method-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { hasOwnName, methodWords } from '../http/method-words.ts';
import { html, seeOther } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { perRemovable } from '../per-removable.ts';
import { acts, type EnrollNeeds } from './act.ts';
import { heldReply } from './held.ts';
import { withinVisit, type WithinVisit } from './within-visit.ts';

type MethodsPages = Pick<
  Routes<'enroll'>,
  'GET /enroll/methods' | 'GET /enroll/done' | `${'GET' | 'POST'} /enroll/${RemovableMethod}/remove`
>;

type Removal = `POST /enroll/${RemovableMethod}/remove`;

/** E1, E7 and E9: what is registered, whether it is enough, and how to remove it. */
export function methodsPages(ports: EnrollNeeds, edge: Edge): MethodsPages {
  const act = acts(ports, edge);
  const inVisit = withinVisit(ports, edge.site);
  const afterSetUp: WithinVisit = (request, page) =>
    inVisit(request, async (session) =>
      // While changes are held up nothing can be set up: who is here is told so instead.
      (await setUpFirst(ports, session)) === 'forced' && !(await holdOn(ports, session.person))
        ? seeOther(`${edge.site.basePath}/enroll/authenticator-app`)
        : page(session),
    );
  const ownNameOf = async (method: MethodName, language: string) => {
    const configuration = await ports.configuration.current();
    return hasOwnName(configuration, method) ? methodWords(configuration, method, language).short : undefined;
  };
  return {
    'GET /enroll/methods': (request) =>
      afterSetUp(request, async (session) => {
        const { methods, enough, configuration } = await enrollmentOverview(ports, session);
        const frame = frameOf(edge.site, request);
        if (methods.length === 0 && !enough)
          return html(cannotPage(frame, { reason: 'nothing-offered', reference: session.reference }), 403);
        const hold = await holdOn(ports, session.person);
        const named = methods.map((each) => ({
          ...each,
          name: methodWords(configuration, each.method, request.language).short,
        }));
        const view = { displayName: session.displayName, methods: named, neededForAnything: !enough, hold };
        return html(recoveryMethodsPage(frame, view));
      }),
    'GET /enroll/done': (request) =>
      afterSetUp(request, async (session) => {
        const overview = await enrollmentOverview(ports, session);
        const methods = overview.methods
          .filter(({ status, goodUntil }) => status === 'set-up' || goodUntil !== undefined)
          .map(({ method }) => methodWords(overview.configuration, method, request.language).short);
        return html(enrolledPage(frameOf(edge.site, request), { methods }));
      }),
    ...perRemovable(
      'GET /enroll/',
      '/remove',
      (method) => (request: Request) =>
        inVisit(request, async () => {
          const name = await ownNameOf(method, request.language);
          return html(removeMethodPage(frameOf(edge.site, request), { method, name }));
        }),
    ),
    ...perRemovable(
      'POST /enroll/',
      '/remove',
      (method) => (request: Request<Removal>) =>
        inVisit(request, (session) => remove(request, session, method)),
    ),
  };

  async function remove(request: Request<Removal>, session: Session, method: RemovableMethod) {
    const frame = frameOf(edge.site, request);
    const name = await ownNameOf(method, request.language);
    const again = (code: Problem['code'], status: number) =>
      html(removeMethodPage(frame, { method, name, problem: { code, field: 'currentPassword' } }), status);
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
      case 'frozen':
        return heldReply(ports, edge.site, request, session);
    }
  }
}
