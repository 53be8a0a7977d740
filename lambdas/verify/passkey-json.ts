import { phase } from '../../domain/recovery/flow.ts';
import { passkeyOffer, passkeyOptions } from '../../domain/verification/methods/passkey.ts';
import { closedProblem } from '../http/endings.ts';
import { json } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { renderVerdict } from './render-verdict.ts';

type PasskeyJson = Pick<Routes<'verify'>, `${'GET' | 'POST'} /api/recovery/proofs/passkey`>;

/** The JSON face of passkeys: what the browser is asked with, and what it answered. */
export function passkeyJson(ports: VerifyNeeds, edge: Edge): PasskeyJson {
  const act = acts(ports, edge);
  const { flows, configuration, clock, random } = ports;
  return {
    'GET /api/recovery/proofs/passkey': async ({ flowKey }) => {
      const flow = flowKey === undefined ? undefined : await flows.find(flowKey);
      if (!flow) return closedProblem('gone', random.reference());
      const { limits } = await configuration.current();
      const at = phase(flow, clock.now(), limits.triesPerFlow);
      if (at !== 'open') return closedProblem(at, random.reference());
      return json(200, { options: await passkeyOptions(ports, flow) });
    },
    'POST /api/recovery/proofs/passkey': async (request) => {
      const { flowKey, body } = request;
      if (flowKey === undefined) return closedProblem('gone', random.reference());
      return renderVerdict(ports, await act.offer(request, flowKey, passkeyOffer(ports, body.answer)));
    },
  };
}
