import type { PhoneConfirmed, PhoneProposed } from '../../domain/enrollment/register-phone.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { LIFETIMES } from '../../domain/policy/limits.ts';
import { readCode } from '../../domain/verification/methods/issued-code.ts';
import { phoneConfirmPage } from '../../portal/enroll/phone-confirm-page.tsx';
import { phoneSetupPage, type PhoneSetupView } from '../../portal/enroll/phone-setup-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { afterRegistering } from './after-registering.ts';
import { heldReply } from './held.ts';
import { phoneActs } from './phone-act.ts';
import { withinVisit } from './within-visit.ts';

type PhonePages = Pick<
  Routes<'enroll'>,
  Extract<keyof Routes<'enroll'>, `${'GET' | 'POST'} /enroll/sms-code${'' | '/confirm'}`>
>;

/** E5: a mobile number, proven by a code that was sent there. */
export function phonePages(ports: EnrollNeeds, edge: Edge): PhonePages {
  const act = phoneActs(ports, edge);
  const inVisit = withinVisit(ports, edge.site);
  const to = (path: string) => seeOther(`${edge.site.basePath}${path}`);

  const numberForm = (request: Request, view: PhoneSetupView, status: number): Reply =>
    html(phoneSetupPage(frameOf(edge.site, request), view), status);

  const codeForm = (request: Request, session: Session, problem: readonly Problem[], status = 200): Reply => {
    const view = { number: session.pendingPhone?.hint ?? '', minutes: LIFETIMES.code / 60_000, problem };
    return html(phoneConfirmPage(frameOf(edge.site, request), view), status);
  };

  const proposed = (request: Request, number: string, answer: PhoneProposed): Reply => {
    switch (answer.kind) {
      case 'code-sent':
        return to('/enroll/sms-code/confirm');
      case 'unreadable':
        return numberForm(request, { number, problem: { code: 'number-invalid', field: 'number' } }, 422);
      case 'country-refused': {
        const countries = countryNames(answer.countries, request.language);
        const problem = { code: 'number-country', field: 'number' } as const;
        return numberForm(request, { number, countries, problem }, 422);
      }
      case 'texts-off':
        return to('/enroll/methods');
      case 'no-more-codes':
        return numberForm(request, { number, problem: { code: 'no-more-codes' } }, 429);
      case 'nothing-to-confirm':
        return to('/enroll/sms-code');
      case 'conflict':
        return numberForm(request, { number, problem: { code: 'page-expired' } }, 409);
    }
  };

  const confirmed = (
    request: Request,
    session: Session,
    { kind }: PhoneConfirmed,
  ): Reply | Promise<Reply> => {
    switch (kind) {
      case 'registered':
        return afterRegistering(ports, edge.site, session);
      case 'wrong':
        return codeForm(request, session, [{ code: 'code-wrong', field: 'code' }], 403);
      case 'too-many-numbers':
        return numberForm(request, { problem: { code: 'number-too-many' } }, 409);
      case 'nothing-to-confirm':
        return to('/enroll/sms-code');
      case 'conflict':
        return codeForm(request, session, [{ code: 'page-expired' }], 409);
      case 'frozen':
        return heldReply(ports, edge.site, request, session);
    }
  };

  return {
    'GET /enroll/sms-code': (request) =>
      inVisit(request, () => html(phoneSetupPage(frameOf(edge.site, request)))),
    'POST /enroll/sms-code': (request) =>
      inVisit(request, async (session) => {
        const { number, again } = request.body;
        if (again === 'yes') return proposed(request, '', await act.propose(session));
        if (number.trim() === '')
          return numberForm(request, { problem: { code: 'number-missing', field: 'number' } }, 422);
        return proposed(request, number, await act.propose(session, number));
      }),
    'GET /enroll/sms-code/confirm': (request) =>
      inVisit(request, (session) =>
        session.pendingPhone ? codeForm(request, session, []) : to('/enroll/sms-code'),
      ),
    'POST /enroll/sms-code/confirm': (request) =>
      inVisit(request, async (session) => {
        const code = readCode(request.body.code);
        const slip = request.body.code.trim() === '' ? 'code-missing' : 'code-wrong';
        if (code === undefined) return codeForm(request, session, [{ code: slip, field: 'code' }], 422);
        return confirmed(request, session, await act.confirm(session, code));
      }),
  };
}

/** Countries by their names, as a reader of the language lists them. */
function countryNames(countries: readonly string[], language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return new Intl.ListFormat(language, { type: 'unit' }).format(
    countries.map((country) => names.of(country) ?? country),
  );
}
