import { BadRequest } from '../http/bad-request.ts';
import type { Way } from '../../domain/recovery/code-order.ts';
import { codeOffer, readCode } from '../../domain/verification/methods/issued-code.ts';
import type { CodeMethod } from '../../domain/verification/method.ts';
import { closedProblem } from '../http/endings.ts';
import { json, problem, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { sendsBy } from './sends-by.ts';
import { renderVerdict } from './render-verdict.ts';

type CodeJson = Pick<
  Routes<'verify'>,
  Extract<keyof Routes<'verify'>, `POST /api/recovery/proofs/${CodeMethod}${'' | '/send'}`>
>;

/** The JSON face of the codes that are sent. */
export function codeJson(ports: VerifyNeeds, edge: Edge): CodeJson {
  const act = acts(ports, edge);
  const { random, configuration } = ports;

  const offer = async (request: Request, method: CodeMethod, typed: string): Promise<Reply> => {
    const code = readCode(typed);
    if (code === undefined) throw new BadRequest('code-unreadable', 'code');
    const { flowKey } = request;
    if (flowKey === undefined) return closedProblem('gone', random.reference());
    return renderVerdict(ports, await act.offer(request, flowKey, codeOffer(ports, method, code)));
  };

  const send = async ({ flowKey }: Request, method: CodeMethod, way?: Way): Promise<Reply> => {
    if (way === undefined && sendsBy(method, await configuration.current()) === 'choice')
      throw new BadRequest('field-missing', 'by');
    const sent =
      flowKey === undefined
        ? ({ kind: 'closed', phase: 'gone' } as const)
        : await act.send(flowKey, method, way);
    if (sent.kind === 'closed') return closedProblem(sent.phase, random.reference());
    if (sent.kind === 'no-more-codes') return problem(429, 'no-more-codes', random.reference());
    return json(202, { minutes: sent.minutes, sendsLeft: sent.sendsLeft });
  };

  return {
    'POST /api/recovery/proofs/email-code': (request) => offer(request, 'email-code', request.body.code),
    'POST /api/recovery/proofs/email-code/send': (request) => send(request, 'email-code'),
    'POST /api/recovery/proofs/sms-code': (request) => offer(request, 'sms-code', request.body.code),
    'POST /api/recovery/proofs/sms-code/send': (request) => send(request, 'sms-code'),
    'POST /api/recovery/proofs/sent-code': (request) => offer(request, 'sent-code', request.body.code),
    'POST /api/recovery/proofs/sent-code/send': (request) => send(request, 'sent-code', request.body.by),
  };
}
