import type { PhoneConfirmed, PhoneProposed } from '../../domain/enrollment/register-phone.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { readCode } from '../../domain/verification/methods/issued-code.ts';
import { BadRequest } from '../http/bad-request.ts';
import { json, problem, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { heldProblem } from './held.ts';
import { overviewJson } from './overview-json.ts';
import { phoneActs } from './phone-act.ts';
import { withinJsonVisit } from './within-json-visit.ts';

type PhoneJson = Pick<Routes<'enroll'>, 'PUT /api/enrollment/sms-code'>;

/** The JSON face of registering a mobile number. */
export function phoneJson(ports: EnrollNeeds, edge: Edge): PhoneJson {
  const act = phoneActs(ports, edge);
  const inVisit = withinJsonVisit(ports);
  const refuse = (status: number, code: string, more = {}) =>
    problem(status, code, ports.random.reference(), more);

  const proposed = (answer: PhoneProposed): Reply => {
    switch (answer.kind) {
      case 'code-sent':
        return json(202, { minutes: answer.minutes });
      case 'unreadable':
        throw new BadRequest('number-unreadable', 'number');
      case 'country-refused':
        return refuse(422, 'number-country-refused', { countries: answer.countries });
      case 'texts-off':
        return refuse(409, 'method-not-offered');
      case 'no-more-codes':
        return refuse(429, 'no-more-codes');
      case 'nothing-to-confirm':
        return refuse(409, 'nothing-to-confirm');
      case 'conflict':
        return refuse(409, 'enrollment-changed-meanwhile');
    }
  };

  const confirmed = (
    { kind }: PhoneConfirmed,
    session: Session,
    { language }: Pick<Request, 'language'>,
  ): Reply | Promise<Reply> => {
    switch (kind) {
      case 'registered':
        return overviewJson(ports, session, language);
      case 'wrong':
        return refuse(403, 'proof-wrong');
      case 'nothing-to-confirm':
        return refuse(409, 'nothing-to-confirm');
      case 'too-many-numbers':
        return refuse(409, 'too-many-numbers');
      case 'conflict':
        return refuse(409, 'enrollment-changed-meanwhile');
      case 'frozen':
        return heldProblem(ports, session);
    }
  };

  return {
    'PUT /api/enrollment/sms-code': (request) =>
      inVisit(request, async (session) => {
        const { body } = request;
        if ('number' in body) return proposed(await act.propose(session, body.number));
        const code = readCode(body.code);
        if (code === undefined) throw new BadRequest('code-unreadable', 'code');
        return confirmed(await act.confirm(session, code), session, request);
      }),
  };
}
