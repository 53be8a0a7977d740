import type { PhoneProposed } from '../../domain/enrollment/register-phone.ts';
import { BadRequest } from '../http/bad-request.ts';
import { problem, type Reply } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { contactJson } from './contact-json.ts';
import { phoneActs } from './phone-act.ts';
import { withinJsonVisit } from './within-json-visit.ts';

type PhoneJson = Pick<Routes<'enroll'>, 'PUT /api/enrollment/sms-code'>;

/** The JSON face of registering a mobile number. */
export function phoneJson(ports: EnrollNeeds, edge: Edge): PhoneJson {
  const act = phoneActs(ports, edge);
  const phone = contactJson(ports, act);
  const inVisit = withinJsonVisit(ports);
  const refuse = (status: number, code: string, more = {}) =>
    problem(status, code, ports.random.reference(), more);

  const proposed = (answer: PhoneProposed): Reply => {
    switch (answer.kind) {
      case 'unreadable':
        throw new BadRequest('number-unreadable', 'number');
      case 'country-refused':
        return refuse(422, 'number-country-refused', { countries: answer.countries });
      case 'texts-off':
        return refuse(409, 'method-not-offered');
      case 'code-sent':
      case 'no-more-codes':
      case 'nothing-to-confirm':
      case 'conflict':
        return phone.proposed(answer);
    }
  };

  return {
    'PUT /api/enrollment/sms-code': (request) =>
      inVisit(request, async (session) =>
        'number' in request.body
          ? proposed(await act.propose(session, request.body.number))
          : phone.confirm(session, request.body.code, request.language),
      ),
  };
}
