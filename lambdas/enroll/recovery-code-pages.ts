import type { Session } from '../../domain/enrollment/session.ts';
import { recoveryCodesLeft } from '../../domain/verification/methods/recovery-code.ts';
import type { ProblemCode } from '../../portal/frame.ts';
import { recoveryCodesPage } from '../../portal/enroll/recovery-codes-page.tsx';
import { recoveryCodesShownPage } from '../../portal/enroll/recovery-codes-shown-page.tsx';
import { frameOf } from '../http/frame.ts';
import { html } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { heldReply } from './held.ts';
import { ownThingsActs } from './own-things-act.ts';
import { withinVisit } from './within-visit.ts';

type RecoveryCodePages = Pick<Routes<'enroll'>, `${'GET' | 'POST'} /enroll/recovery-code`>;

/** E5: recovery codes. The answer to the form shows them, and nothing ever again: a redirect would need them kept. */
export function recoveryCodePages(ports: EnrollNeeds, edge: Edge): RecoveryCodePages {
  const act = ownThingsActs(ports, edge);
  const inVisit = withinVisit(ports, edge.site);

  const page = async (request: Request, session: Session, code?: ProblemCode, status = 200) => {
    const set = (await ports.enrollments.find(session.person))?.recoveryCodes;
    const left = set && recoveryCodesLeft(set, await ports.notes.find(session.person));
    const view = { left, ...(code && { problem: { code } }) };
    return html(recoveryCodesPage(frameOf(edge.site, request), view), status);
  };

  return {
    'GET /enroll/recovery-code': (request) => inVisit(request, (session) => page(request, session)),
    'POST /enroll/recovery-code': (request) =>
      inVisit(request, async (session) => {
        const made = await act.makeCodes(session);
        if (made.kind === 'registered')
          return html(recoveryCodesShownPage(frameOf(edge.site, request), { codes: made.codes }));
        if (made.kind === 'frozen') return heldReply(ports, edge.site, request, session);
        return page(request, session, 'page-expired', 409);
      }),
  };
}
