import { authenticatorOffer, readAppCode } from '../../domain/verification/methods/authenticator-app.ts';
import { previousAuthenticationOffer } from '../../domain/verification/methods/previous-authentication.ts';
import { readRecoveryCode, recoveryCodeOffer } from '../../domain/verification/methods/recovery-code.ts';
import type { Offer } from '../../domain/verification/offer.ts';
import { BadRequest } from '../http/bad-request.ts';
import { closedProblem } from '../http/endings.ts';
import { handleKey } from '../http/handle-key.ts';
import type { Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { renderVerdict } from './render-verdict.ts';

type OwnThingsJson = Pick<
  Routes<'verify'>,
  `POST /api/recovery/proofs/${'authenticator-app' | 'recovery-code' | 'previous-authentication'}`
>;

/** The JSON face of what people keep themselves: an app, codes on paper, a browser. What is unreadable is a slip, and counts for nothing. */
export function ownThingsJson(ports: VerifyNeeds, edge: Edge): OwnThingsJson {
  const act = acts(ports, edge);
  const offered = async (request: Request, what: Offer): Promise<Reply> => {
    if (request.flowKey === undefined) return closedProblem('gone', ports.random.reference());
    return renderVerdict(ports, await act.offer(request, request.flowKey, what));
  };
  return {
    'POST /api/recovery/proofs/authenticator-app': (request) => {
      const code = readAppCode(request.body.code);
      if (code === undefined) throw new BadRequest('code-unreadable', 'code');
      return offered(request, authenticatorOffer(ports, code));
    },
    'POST /api/recovery/proofs/recovery-code': (request) => {
      const code = readRecoveryCode(request.body.code);
      if (code === undefined) throw new BadRequest('code-unreadable', 'code');
      return offered(request, recoveryCodeOffer(ports, code));
    },
    'POST /api/recovery/proofs/previous-authentication': (request) => {
      const key = handleKey(request.body.browser);
      if (key === undefined) throw new BadRequest('field-invalid', 'browser');
      return offered(request, previousAuthenticationOffer(ports, key));
    },
  };
}
