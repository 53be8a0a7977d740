import { findVisit } from '../../domain/enrollment/visit.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { Configuration } from '../../domain/policy/configuration.ts';
import { phase, type Flow } from '../../domain/recovery/flow.ts';
import {
  responsePrompts,
  responsesAreOffered,
  responsesOffer,
} from '../../domain/verification/methods/external-responses.ts';
import {
  isAnswerTo,
  openIdOffer,
  signInIsOffered,
} from '../../domain/verification/methods/openid-connect.ts';
import { givenFor } from '../../domain/verification/prompt.ts';
import { heldProblem } from '../enroll/held.ts';
import { BadRequest } from '../http/bad-request.ts';
import { closedProblem } from '../http/endings.ts';
import { json, problem, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { renderVerdict } from '../verify/render-verdict.ts';
import { acts } from './act.ts';
import { isFinished } from './back-from.ts';
import type { FederationNeeds } from './needs.ts';

type JsonRoutes = Pick<Routes<'federation'>, Extract<keyof Routes<'federation'>, `${string} /api/${string}`>>;

/** The JSON face: a client leads the person to the address itself, and takes what the provider led back with. */
export function federationJson(ports: FederationNeeds, edge: Edge): JsonRoutes {
  const act = acts(ports, edge);
  const refuse = (status: number, code: string) =>
    problem(status, code, ports.random.reference(), { changed: 'no' });

  const inFlow = async (
    { flowKey }: Request,
    work: (flow: Flow, configuration: Configuration) => Promise<Reply>,
  ): Promise<Reply> => {
    const configuration = await ports.configuration.current();
    const flow = flowKey === undefined ? undefined : await ports.flows.find(flowKey);
    if (flow?.purpose !== 'recovery') return closedProblem('gone', ports.random.reference());
    const at = phase(flow, ports.clock.now(), configuration.limits.triesPerFlow);
    return at === 'open' ? work(flow, configuration) : closedProblem(at, flow.reference);
  };

  const inVisit = async (
    { sessionKey }: Request,
    work: (session: Session) => Promise<Reply>,
  ): Promise<Reply> => {
    const session = sessionKey === undefined ? undefined : await findVisit(ports, sessionKey);
    if (!session) return refuse(401, 'session-gone');
    return signInIsOffered(await ports.configuration.current())
      ? work(session)
      : refuse(404, 'method-not-offered');
  };

  const told = (address: string | undefined): Reply =>
    address === undefined ? refuse(503, 'proof-unavailable') : json(200, { address });

  return {
    'GET /api/recovery/proofs/openid-connect': (request) =>
      inFlow(request, async (flow, configuration) =>
        signInIsOffered(configuration)
          ? told(await act.address('recovery', flow.key, configuration))
          : refuse(404, 'method-not-offered'),
      ),
    'POST /api/recovery/proofs/openid-connect': (request) =>
      inFlow(request, async (flow, configuration) => {
        if (!signInIsOffered(configuration)) return refuse(404, 'method-not-offered');
        const returned = finished(request.body.returned);
        // What another flow asked for is no try: nothing can be guessed by it.
        if (!(await isAnswerTo(ports, flow.key, returned))) return refuse(409, 'sign-in-of-another-flow');
        const offer = openIdOffer(ports, returned, act.returnTo('recovery'));
        return renderVerdict(ports, await act.offer(request, flow.key, offer));
      }),
    'POST /api/recovery/proofs/external-responses': (request) =>
      inFlow(request, async (flow, configuration) => {
        if (!responsesAreOffered(configuration)) return refuse(404, 'method-not-offered');
        const responses = givenFor(responsePrompts(configuration), request.body.responses);
        if (!responses) throw new BadRequest('answers-incomplete', 'responses');
        return renderVerdict(ports, await act.offer(request, flow.key, responsesOffer(ports, responses)));
      }),
    'GET /api/enrollment/openid-connect': (request) =>
      inVisit(request, async ({ key }) =>
        told(await act.address('enrollment', key, await ports.configuration.current())),
      ),
    'PUT /api/enrollment/openid-connect': (request) =>
      inVisit(request, async (session) => {
        const returned = finished(request.body.returned);
        if (!(await isAnswerTo(ports, session.key, returned))) return refuse(409, 'sign-in-of-another-flow');
        const linked = await act.link(session, returned);
        switch (linked.kind) {
          case 'registered':
            return json(200, { linked: true });
          case 'refused':
            return refuse(403, 'proof-wrong');
          case 'unavailable':
            return refuse(503, 'proof-unavailable');
          case 'conflict':
            return refuse(409, 'enrollment-changed-meanwhile');
          case 'frozen':
            return heldProblem(ports, session);
        }
      }),
  };
}

interface Returned {
  readonly code?: string | undefined;
  readonly state: string;
  readonly iss?: string | undefined;
  readonly error?: string | undefined;
}

/** A sign-in that somebody turned back from proves nothing, and counts nothing. Throws BadRequest. */
function finished({ code = '', state, iss = '', error = '' }: Returned) {
  if (!isFinished({ code, error })) throw new BadRequest('field-missing', 'returned.code');
  return { code, state, iss, error };
}
