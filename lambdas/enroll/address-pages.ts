import { isWorkAddress } from '../../domain/enrollment/register-address.ts';
import { emailConfirmPage } from '../../portal/enroll/email-confirm-page.tsx';
import { emailSetupPage } from '../../portal/enroll/email-setup-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { frameOf } from '../http/frame.ts';
import { html, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type EnrollNeeds } from './act.ts';
import { contactPages } from './contact-pages.ts';
import { withinVisit } from './within-visit.ts';

type AddressPages = Pick<
  Routes<'enroll'>,
  Extract<keyof Routes<'enroll'>, `${'GET' | 'POST'} /enroll/email-code${'' | '/confirm'}`>
>;

/** E4: an address, proven by a code that was sent there. */
export function addressPages(ports: EnrollNeeds, edge: Edge): AddressPages {
  const act = acts(ports, edge);
  const inVisit = withinVisit(ports, edge.site);

  const form = (request: Request, typed: string | undefined, problem: Problem, status: number): Reply =>
    html(emailSetupPage(frameOf(edge.site, request), { address: typed ?? '', problem }), status);

  const mailbox = contactPages(ports, edge, {
    path: '/enroll/email-code',
    pendingOf: ({ pendingAddress }) => pendingAddress,
    confirmPage: (frame, { contact, ...view }) => emailConfirmPage(frame, { address: contact, ...view }),
    confirm: act.confirm,
    tooMany: { code: 'address-too-many' },
    form,
  });

  return {
    'GET /enroll/email-code': (request) =>
      inVisit(request, () => html(emailSetupPage(frameOf(edge.site, request)))),
    'POST /enroll/email-code': (request) =>
      inVisit(request, async (session) => {
        const { address, anyway, again } = request.body;
        if (again !== 'yes' && address.trim() === '')
          return form(request, address, { code: 'address-missing', field: 'address' }, 422);
        if (again !== 'yes' && anyway !== 'yes' && isWorkAddress(address, session))
          return html(emailSetupPage(frameOf(edge.site, request), { address, warnCompanyDomain: true }));
        const typed = again === 'yes' ? undefined : address;
        const proposed = await act.propose(session, typed);
        return proposed
          ? mailbox.proposed(request, typed ?? '', proposed)
          : form(request, typed, { code: 'address-invalid', field: 'address' }, 422);
      }),
    'GET /enroll/email-code/confirm': mailbox.codePage,
    'POST /enroll/email-code/confirm': (request) => mailbox.confirm(request, request.body.code),
  };
}
