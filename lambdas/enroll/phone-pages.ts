import type { PhoneProposed } from '../../domain/enrollment/register-phone.ts';
import { phoneConfirmPage } from '../../portal/enroll/phone-confirm-page.tsx';
import { phoneSetupPage, type PhoneSetupView } from '../../portal/enroll/phone-setup-page.tsx';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { contactPages } from './contact-pages.ts';
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

  const numberForm = (request: Request, view: PhoneSetupView, status = 200): Reply =>
    html(phoneSetupPage(frameOf(edge.site, request), view), status);

  const phone = contactPages(ports, edge, {
    path: '/enroll/sms-code',
    pendingOf: ({ pendingPhone }) => pendingPhone,
    confirmPage: (frame, { contact, ...view }) => phoneConfirmPage(frame, { number: contact, ...view }),
    confirm: act.confirm,
    tooMany: { code: 'number-too-many' },
    form: (request, number, problem, status) => numberForm(request, { number, problem }, status),
  });

  const proposed = (request: Request, number: string, answer: PhoneProposed): Reply => {
    switch (answer.kind) {
      case 'unreadable':
        return numberForm(request, { number, problem: { code: 'number-invalid', field: 'number' } }, 422);
      case 'country-refused': {
        const countries = countryNames(answer.countries, request.language);
        const problem = { code: 'number-country', field: 'number' } as const;
        return numberForm(request, { number, countries, problem }, 422);
      }
      case 'texts-off':
        return seeOther(`${edge.site.basePath}/enroll/methods`);
      case 'code-sent':
      case 'no-more-codes':
      case 'nothing-to-confirm':
      case 'conflict':
        return phone.proposed(request, number, answer);
    }
  };

  return {
    'GET /enroll/sms-code': (request) => inVisit(request, () => numberForm(request, {})),
    'POST /enroll/sms-code': (request) =>
      inVisit(request, async (session) => {
        const { number, again } = request.body;
        if (again === 'yes') return proposed(request, '', await act.propose(session));
        if (number.trim() === '')
          return numberForm(request, { problem: { code: 'number-missing', field: 'number' } }, 422);
        return proposed(request, number, await act.propose(session, number));
      }),
    'GET /enroll/sms-code/confirm': phone.codePage,
    'POST /enroll/sms-code/confirm': (request) => phone.confirm(request, request.body.code),
  };
}

/** Countries by their names, as a reader of the language lists them. */
function countryNames(countries: readonly string[], language: string): string {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return new Intl.ListFormat(language, { type: 'unit' }).format(
    countries.map((country) => names.of(country) ?? country),
  );
}
