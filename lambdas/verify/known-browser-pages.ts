import { previousAuthenticationOffer } from '../../domain/verification/methods/previous-authentication.ts';
import { knownBrowserPage } from '../../portal/recover/known-browser-page.tsx';
import { frameOf } from '../http/frame.ts';
import { html, seeOther } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { afterProof } from './after-proof.ts';
import { withinFlow } from './within-flow.ts';

type KnownBrowserPages = Pick<Routes<'verify'>, `${'GET' | 'POST'} /recover/previous-authentication`>;

/** R3: this browser, by what it keeps. The page is the same whoever is asked about, and whether the browser keeps anything or not. */
export function knownBrowserPages(ports: VerifyNeeds, edge: Edge): KnownBrowserPages {
  const act = acts(ports, edge);
  const inFlow = withinFlow(ports, edge.site);
  return {
    'GET /recover/previous-authentication': (request) =>
      inFlow(request, () => {
        const again = request.query['again'] === 'wrong';
        const view = again ? { problem: { code: 'browser-not-known' } as const } : {};
        return html(knownBrowserPage(frameOf(edge.site, request), view));
      }),
    'POST /recover/previous-authentication': (request) =>
      inFlow(request, async (stands) => {
        const offer = previousAuthenticationOffer(ports, request.browserKey);
        const verdict = await act.offer(request, stands.flow.key, offer);
        const judged = { request, stands, verdict, now: ports.clock.now() };
        return afterProof({ site: edge.site, inFlow }, judged, () =>
          seeOther(`${edge.site.basePath}/recover/previous-authentication?again=wrong`),
        );
      }),
  };
}
