import { whereItStands } from '../../domain/recovery/standing.ts';
import type { Offer, Verdict } from '../../domain/recovery/offer-proof.ts';
import { readCode } from '../../domain/verification/methods/email-code.ts';
import { BadRequest } from '../http/bad-request.ts';
import { closedProblem, slowDownProblem } from '../http/endings.ts';
import { meterPrivileged } from '../http/meter-repair.ts';
import { json, problem, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { accountJson } from './account-view.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { completeAnswers } from './complete-answers.ts';
import { flowView, flowViewAt } from './flow-view.ts';

type JsonRoutes = Pick<Routes<'verify'>, Extract<keyof Routes<'verify'>, `${string} /api/${string}`>>;

/** The JSON face of verification. */
export function verifyJson(ports: VerifyNeeds, edge: Edge): JsonRoutes {
  const { start, send, offer } = acts(ports, edge);
  const { clock, random } = ports;

  const offered = async (request: Request, what: Offer): Promise<Reply> => {
    if (request.flowKey === undefined) return closedProblem('gone', random.reference());
    return renderVerdict(ports, await offer(request, request.flowKey, what));
  };

  return {
    'POST /api/recovery': async (request) => {
      const started = await start(request, request.body.claim.username, request.body.send === 'email-code');
      if (!started) throw new BadRequest('username-unreadable', 'claim.username');
      if (started.kind === 'too-many')
        return slowDownProblem(started.retryAt, clock.now(), random.reference());
      return json(201, {
        handle: started.handle,
        ...flowViewAt(started.flow, started.configuration, clock.now()),
      });
    },
    'GET /api/recovery': async ({ flowKey }) => {
      const stands = flowKey === undefined ? undefined : await whereItStands(ports, flowKey);
      if (!stands) return closedProblem('gone', random.reference());
      if (stands.account && stands.account !== 'gone') meterPrivileged(edge.meter, stands.account.obstacle);
      return json(200, {
        ...flowView(stands.flow, stands.configuration, stands.phase, stands.actions),
        ...(stands.account && { account: accountJson(stands.account) }),
      });
    },
    'POST /api/recovery/proofs/security-answers': async (request) =>
      offered(request, {
        method: 'security-answers',
        answers: await completeAnswers(ports, request.body.answers),
      }),
    'POST /api/recovery/proofs/email-code': async (request) => {
      const code = readCode(request.body.code);
      if (code === undefined) throw new BadRequest('code-unreadable', 'code');
      return offered(request, { method: 'email-code', code });
    },
    'POST /api/recovery/proofs/email-code/send': async ({ flowKey }) => {
      const sent = flowKey === undefined ? ({ kind: 'closed', phase: 'gone' } as const) : await send(flowKey);
      if (sent.kind === 'closed') return closedProblem(sent.phase, random.reference());
      if (sent.kind === 'no-more-codes') return problem(429, 'no-more-codes', random.reference());
      return json(202, { minutes: sent.minutes, sendsLeft: sent.sendsLeft });
    },
  };
}

function renderVerdict({ clock, random }: VerifyNeeds, verdict: Verdict): Reply {
  switch (verdict.kind) {
    case 'proven':
      return json(200, flowViewAt(verdict.flow, verdict.configuration, clock.now()));
    case 'wrong':
      return problem(403, 'proof-wrong', random.reference(), { triesLeft: verdict.triesLeft });
    case 'wait':
      return slowDownProblem(verdict.retryAt, clock.now(), random.reference());
    case 'closed':
      return closedProblem(verdict.phase, random.reference());
  }
}
