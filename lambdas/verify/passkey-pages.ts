import type { FlowStanding } from '../../domain/recovery/standing.ts';
import { passkeyOffer, passkeyOptions } from '../../domain/verification/methods/passkey.ts';
import type { Problem } from '../../portal/frame.ts';
import { passkeyPage } from '../../portal/recover/passkey-page.tsx';
import { answerIn, ceremonyAnswers } from '../http/ceremony-answers.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { afterProof } from './after-proof.ts';
import { withinFlow } from './within-flow.ts';

type PasskeyPages = Pick<Routes<'verify'>, `${'GET' | 'POST'} /recover/passkey`>;

/** R3c: a passkey. The same page for every name: it names no passkey of anybody's. */
export function passkeyPages(ports: VerifyNeeds, edge: Edge): PasskeyPages {
  const act = acts(ports, edge);
  const inFlow = withinFlow(ports, edge.site);

  const form = async (
    request: Request,
    { flow }: FlowStanding,
    code?: Problem['code'],
    status = 200,
  ): Promise<Reply> => {
    const view = { options: await passkeyOptions(ports, flow), ...(code && { problem: { code } }) };
    return html(passkeyPage(frameOf(edge.site, request), view), status);
  };

  return {
    'GET /recover/passkey': (request) =>
      // Named in the address, so that going back or reloading offers nothing again.
      inFlow(request, (stands) =>
        form(request, stands, request.query['again'] === 'wrong' ? 'passkey-wrong' : undefined),
      ),
    'POST /recover/passkey': (request) =>
      inFlow(request, async (stands) => {
        const answer = answerIn(request.body.answer, ceremonyAnswers.get());
        if (!answer) return form(request, stands, 'unreadable', 422);
        const verdict = await act.offer(request, stands.flow.key, passkeyOffer(ports, answer));
        const judged = { request, stands, verdict, now: ports.clock.now() };
        return afterProof({ site: edge.site, inFlow }, judged, () =>
          seeOther(`${edge.site.basePath}/recover/passkey?again=wrong`),
        );
      }),
  };
}
