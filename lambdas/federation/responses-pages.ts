import type { Configuration } from '../../domain/policy/configuration.ts';
import {
  responsePrompts,
  responsesAreOffered,
  responsesOffer,
} from '../../domain/verification/methods/external-responses.ts';
import { givenFor } from '../../domain/verification/prompt.ts';
import { promptsPage, type PromptsView } from '../../portal/recover/prompts-page.tsx';
import { frameOf } from '../http/frame.ts';
import { givenFields } from '../http/given-fields.ts';
import { methodWords } from '../http/method-words.ts';
import { missingOf, putPrompts } from '../http/put-prompts.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts } from './act.ts';
import { afterProof } from './after-proof.ts';
import type { FederationNeeds } from './needs.ts';
import { withinOpenFlow } from './within-open-flow.ts';

type ResponsesPages = Pick<
  Routes<'federation'>,
  'GET /recover/external-responses' | 'POST /recover/external-responses'
>;

const PAGE = '/recover/external-responses';
const AGAIN = ['given-wrong', 'given-unavailable'] as const;

/** R3: what the organization's own service asks for; it alone knows what is right. */
export function responsesPages(ports: FederationNeeds, edge: Edge): ResponsesPages {
  const act = acts(ports, edge);
  const { site } = edge;
  const inFlow = withinOpenFlow(ports, site);
  const toMethods = () => seeOther(`${site.basePath}/recover/methods`);

  const form = (
    request: Request,
    configuration: Configuration,
    more: Pick<PromptsView, 'problem' | 'triesLeft'> = {},
    status = 200,
  ): Reply => {
    const view: PromptsView = {
      action: PAGE,
      name: methodWords(configuration, 'external-responses', request.language).name,
      lead: 'prompts.responses-lead',
      prompts: putPrompts(configuration, responsePrompts(configuration), request.language),
      masked: configuration.document.questionnaire.maskAnswers,
      ...more,
    };
    return html(promptsPage(frameOf(site, request), view), status);
  };

  return {
    'GET /recover/external-responses': (request) =>
      inFlow(request, (flow, configuration) => {
        if (!responsesAreOffered(configuration)) return toMethods();
        const code = AGAIN.find((each) => each === request.query['again']);
        if (code === undefined) return form(request, configuration);
        const triesLeft = Math.max(0, configuration.limits.triesPerFlow - flow.tries);
        return form(request, configuration, { problem: { code }, triesLeft });
      }),
    'POST /recover/external-responses': (request) =>
      inFlow(request, async (flow, configuration) => {
        if (!responsesAreOffered(configuration)) return toMethods();
        const prompts = responsePrompts(configuration);
        const typed = givenFields(request.body);
        const responses = givenFor(prompts, typed);
        if (!responses) return form(request, configuration, { problem: missingOf(prompts, typed) }, 422);
        const verdict = await act.offer(request, flow.key, responsesOffer(ports, responses));
        return afterProof(site, { request, flow, verdict, now: ports.clock.now() }, (why) =>
          seeOther(`${site.basePath}${PAGE}?again=given-${why}`),
        );
      }),
  };
}
