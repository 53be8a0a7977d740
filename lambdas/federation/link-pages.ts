import { isAnswerTo, signInIsOffered } from '../../domain/verification/methods/openid-connect.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { linkIdentityPage } from '../../portal/enroll/link-identity-page.tsx';
import { afterRegistering } from '../enroll/after-registering.ts';
import { heldReply } from '../enroll/held.ts';
import { withinVisit } from '../enroll/within-visit.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, RETURNS } from './act.ts';
import { backFrom, isFinished, returnedIn } from './back-from.ts';
import type { FederationNeeds } from './needs.ts';

type LinkPages = Pick<
  Routes<'federation'>,
  Extract<keyof Routes<'federation'>, `${'GET' | 'POST'} /enroll/openid-connect${'' | '/return'}`>
>;

const START = '/enroll/openid-connect';
const AGAIN = ['sign-in-not-linked', 'sign-in-unavailable', 'sign-in-unfinished', 'page-expired'] as const;

/** Links an account at the identity provider with the person of a visit. */
export function linkPages(ports: FederationNeeds, edge: Edge): LinkPages {
  const act = acts(ports, edge);
  const { site } = edge;
  const inVisit = withinVisit(ports, site);
  const again = (why: (typeof AGAIN)[number]) => seeOther(`${site.basePath}${START}?again=${why}`);

  const start = async (request: Request, session: Session): Promise<Reply> => {
    const configuration = await ports.configuration.current();
    if (!signInIsOffered(configuration)) return seeOther(`${site.basePath}/enroll/methods`);
    const address = await act.address('enrollment', session.key, configuration);
    const why =
      address === undefined ? 'sign-in-unavailable' : AGAIN.find((code) => code === request.query['again']);
    const enrollment = await ports.enrollments.find(session.person);
    const view = { address, linkedAt: enrollment?.identity?.linkedAt, problem: why && { code: why } };
    return html(linkIdentityPage(frameOf(site, request), view), address === undefined ? 503 : 200);
  };

  return {
    'GET /enroll/openid-connect': (request) => inVisit(request, (session) => start(request, session)),
    'GET /enroll/openid-connect/return': (request) =>
      backFrom(site, request, { action: RETURNS.enrollment, before: START }),
    'POST /enroll/openid-connect/return': (request) =>
      inVisit(request, async (session) => {
        if (!signInIsOffered(await ports.configuration.current()))
          return seeOther(`${site.basePath}/enroll/methods`);
        const returned = returnedIn(request.body);
        if (!isFinished(returned) || !(await isAnswerTo(ports, session.key, returned)))
          return again('sign-in-unfinished');
        const linked = await act.link(session, returned);
        switch (linked.kind) {
          case 'registered':
            return afterRegistering(ports, site, session);
          case 'refused':
            return again('sign-in-not-linked');
          case 'unavailable':
            return again('sign-in-unavailable');
          case 'conflict':
            return again('page-expired');
          case 'frozen':
            return heldReply(ports, site, request, session);
        }
      }),
  };
}
