import {
  responsePrompts,
  responsesAreOffered,
  responsesOffer,
} from '../../domain/verification/methods/external-responses.ts';
import { promptsForm } from '../http/prompts-form.ts';
import { seeOther } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts } from './act.ts';
import { afterProof } from './after-proof.ts';
import type { FederationNeeds } from './needs.ts';
import { withinOpenFlow } from './within-open-flow.ts';

type ResponsesPages = Pick<
  Routes<'federation'>,
  'GET /recover/external-responses' | 'POST /recover/external-responses'
>;

/** R3: what the organization's own service asks for; it alone knows what is right. */
export function responsesPages(ports: FederationNeeds, edge: Edge): ResponsesPages {
  const act = acts(ports, edge);
  const { site } = edge;
  const inFlow = withinOpenFlow(ports, site);
  const toMethods = () => seeOther(`${site.basePath}/recover/methods`);

  const form = promptsForm(site, {
    method: 'external-responses',
    lead: 'prompts.responses-lead',
    promptsOf: responsePrompts,
    again: ['given-wrong', 'given-unavailable'],
  });

  return {
    'GET /recover/external-responses': (request) =>
      inFlow(request, (flow, configuration) =>
        responsesAreOffered(configuration)
          ? form.put(request, configuration, flow, request.query['again'])
          : toMethods(),
      ),
    'POST /recover/external-responses': (request) =>
      inFlow(request, async (flow, configuration) => {
        if (!responsesAreOffered(configuration)) return toMethods();
        const read = form.read(request, request.body, configuration);
        if (!read.given) return read.incomplete;
        const verdict = await act.offer(request, flow.key, responsesOffer(ports, read.given));
        return afterProof(site, { request, flow, verdict, now: ports.clock.now() }, (why) =>
          seeOther(`${site.basePath}/recover/external-responses?again=given-${why}`),
        );
      }),
  };
}
