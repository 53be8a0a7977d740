import { readClaim, type Claim } from '../../domain/recovery/claim.ts';
import { readSearchForm } from '../../domain/recovery/search-claim.ts';
import { whereItStands } from '../../domain/recovery/standing.ts';
import type { Offer } from '../../domain/verification/offer.ts';
import { answersOffer } from '../../domain/verification/methods/security-answers.ts';
import { BadRequest } from '../http/bad-request.ts';
import { closedProblem, slowDownProblem } from '../http/endings.ts';
import { meterPrivileged } from '../http/meter-repair.ts';
import { json, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { accountJson } from './account-view.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { completeAnswers } from './complete-answers.ts';
import { flowView, flowViewAt } from './flow-view.ts';
import { renderVerdict } from './render-verdict.ts';

type JsonRoutes = Pick<
  Routes<'verify'>,
  'POST /api/recovery' | 'GET /api/recovery' | 'POST /api/recovery/proofs/security-answers'
>;

/** The JSON face of verification; each method adds its own. */
export function verifyJson(ports: VerifyNeeds, edge: Edge): JsonRoutes {
  const { start, offer } = acts(ports, edge);
  const { clock, random } = ports;

  const offered = async (request: Request, what: Offer): Promise<Reply> => {
    if (request.flowKey === undefined) return closedProblem('gone', random.reference());
    return renderVerdict(ports, await offer(request, request.flowKey, what));
  };

  const claimIn = async (typed: Request<'POST /api/recovery'>['body']['claim']): Promise<Claim> => {
    if ('username' in typed) return present(readClaim(typed.username), 'username');
    const { document } = await ports.configuration.current();
    return present(readSearchForm(document.searchForm, typed.attributes), 'attributes');
  };

  return {
    'POST /api/recovery': async (request) => {
      const started = await start(request, await claimIn(request.body.claim), request.body.send);
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
      offered(request, answersOffer(ports, await completeAnswers(ports, request.body.answers))),
  };
}

/** What can name nobody is refused before anybody is looked for. */
function present(claim: Claim | undefined, field: 'username' | 'attributes'): Claim {
  if (!claim) throw new BadRequest(`${field}-unreadable`, `claim.${field}`);
  return claim;
}
