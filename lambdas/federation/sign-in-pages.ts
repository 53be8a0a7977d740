import {
  isAnswerTo,
  openIdOffer,
  signInIsOffered,
} from '../../domain/verification/methods/openid-connect.ts';
import { providerPage } from '../../portal/recover/provider-page.tsx';
import { frameOf } from '../http/frame.ts';
import { methodWords } from '../http/method-words.ts';
import { html, seeOther } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, RETURNS } from './act.ts';
import { afterProof } from './after-proof.ts';
import { backFrom, isFinished, returnedIn } from './back-from.ts';
import type { FederationNeeds } from './needs.ts';
import { withinOpenFlow } from './within-open-flow.ts';

type SignInPages = Pick<
  Routes<'federation'>,
  Extract<keyof Routes<'federation'>, `${'GET' | 'POST'} /recover/openid-connect${'' | '/return'}`>
>;

const START = '/recover/openid-connect';
/** What the page may be shown again for; named in the address, so that reloading sends nothing. */
const AGAIN = ['sign-in-wrong', 'sign-in-unavailable', 'sign-in-unfinished'] as const;

/** R3: a sign-in at the identity provider, and the way back from there. */
export function signInPages(ports: FederationNeeds, edge: Edge): SignInPages {
  const act = acts(ports, edge);
  const { site } = edge;
  const inFlow = withinOpenFlow(ports, site);
  const again = (why: (typeof AGAIN)[number]) => seeOther(`${site.basePath}${START}?again=${why}`);

  return {
    'GET /recover/openid-connect': (request) =>
      inFlow(request, async (flow, configuration) => {
        if (!signInIsOffered(configuration)) return seeOther(`${site.basePath}/recover/methods`);
        const address = await act.address('recovery', flow.key, configuration);
        const why =
          address === undefined
            ? 'sign-in-unavailable'
            : AGAIN.find((code) => code === request.query['again']);
        const view = {
          name: methodWords(configuration, 'openid-connect', request.language).name,
          address,
          problem: why && { code: why },
        };
        return html(providerPage(frameOf(site, request), view), address === undefined ? 503 : 200);
      }),
    'GET /recover/openid-connect/return': (request) =>
      backFrom(site, request, { action: RETURNS.recovery, before: START }),
    'POST /recover/openid-connect/return': (request) =>
      inFlow(request, async (flow, configuration) => {
        if (!signInIsOffered(configuration)) return seeOther(`${site.basePath}/recover/methods`);
        const returned = returnedIn(request.body);
        // What another flow asked for, or another site made up, is no try: nothing can be guessed by it.
        if (!isFinished(returned) || !(await isAnswerTo(ports, flow.key, returned)))
          return again('sign-in-unfinished');
        const offer = openIdOffer(ports, returned, act.returnTo('recovery'));
        const verdict = await act.offer(request, flow.key, offer);
        return afterProof(site, { request, flow, verdict, now: ports.clock.now() }, (why) =>
          again(why === 'wrong' ? 'sign-in-wrong' : 'sign-in-unavailable'),
        );
      }),
  };
}
