import {
  isWorkAddress,
  type AddressConfirmed,
  type AddressProposed,
} from '../../domain/enrollment/register-address.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { LIFETIMES } from '../../domain/policy/limits.ts';
import { readCode } from '../../domain/verification/methods/issued-code.ts';
import { emailConfirmPage } from '../../portal/enroll/email-confirm-page.tsx';
import { emailSetupPage } from '../../portal/enroll/email-setup-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type EnrollNeeds } from './act.ts';
import { afterRegistering } from './after-registering.ts';
import { heldReply } from './held.ts';
import { withinVisit } from './within-visit.ts';

type AddressPages = Pick<
  Routes<'enroll'>,
  Extract<keyof Routes<'enroll'>, `${'GET' | 'POST'} /enroll/email-code${'' | '/confirm'}`>
>;

/** E4: an address, proven by a code that was sent there. */
export function addressPages(ports: EnrollNeeds, edge: Edge): AddressPages {
  const act = acts(ports, edge);
  const inVisit = withinVisit(ports, edge.site);
  const to = (path: string) => seeOther(`${edge.site.basePath}${path}`);

  const addressForm = (request: Request, address: string, problem: Problem, status: number): Reply =>
    html(emailSetupPage(frameOf(edge.site, request), { address, problem }), status);

  const codeForm = (request: Request, session: Session, problem: readonly Problem[], status = 200): Reply => {
    const view = { address: session.pendingAddress?.hint ?? '', minutes: LIFETIMES.code / 60_000, problem };
    return html(emailConfirmPage(frameOf(edge.site, request), view), status);
  };

  const proposed = (request: Request, address: string, answer: AddressProposed | undefined): Reply => {
    switch (answer?.kind) {
      case undefined:
        return addressForm(request, address, { code: 'address-invalid', field: 'address' }, 422);
      case 'code-sent':
        return to('/enroll/email-code/confirm');
      case 'no-more-codes':
        return addressForm(request, address, { code: 'no-more-codes' }, 429);
      case 'nothing-to-confirm':
        return to('/enroll/email-code');
      case 'conflict':
        return addressForm(request, address, { code: 'page-expired' }, 409);
    }
  };

  const confirmed = (
    request: Request,
    session: Session,
    { kind }: AddressConfirmed,
  ): Reply | Promise<Reply> => {
    switch (kind) {
      case 'registered':
        return afterRegistering(ports, edge.site, session);
      case 'wrong':
        return codeForm(request, session, [{ code: 'code-wrong', field: 'code' }], 403);
      case 'too-many-addresses':
        return addressForm(request, '', { code: 'address-too-many' }, 409);
      case 'nothing-to-confirm':
        return to('/enroll/email-code');
      case 'conflict':
        return codeForm(request, session, [{ code: 'page-expired' }], 409);
      case 'frozen':
        return heldReply(ports, edge.site, request, session);
    }
  };

  return {
    'GET /enroll/email-code': (request) =>
      inVisit(request, () => html(emailSetupPage(frameOf(edge.site, request)))),
    'POST /enroll/email-code': (request) =>
      inVisit(request, async (session) => {
        const { address, anyway, again } = request.body;
        if (again === 'yes') return proposed(request, '', await act.propose(session));
        if (address.trim() === '')
          return addressForm(request, address, { code: 'address-missing', field: 'address' }, 422);
        if (anyway !== 'yes' && isWorkAddress(address, session))
          return html(emailSetupPage(frameOf(edge.site, request), { address, warnCompanyDomain: true }));
        return proposed(request, address, await act.propose(session, address));
      }),
    'GET /enroll/email-code/confirm': (request) =>
      inVisit(request, (session) =>
        session.pendingAddress ? codeForm(request, session, []) : to('/enroll/email-code'),
      ),
    'POST /enroll/email-code/confirm': (request) =>
      inVisit(request, async (session) => {
        const code = readCode(request.body.code);
        const slip = request.body.code.trim() === '' ? 'code-missing' : 'code-wrong';
        if (code === undefined) return codeForm(request, session, [{ code: slip, field: 'code' }], 422);
        return confirmed(request, session, await act.confirm(session, code));
      }),
  };
}
