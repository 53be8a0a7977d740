import type { FlowStanding } from '../../domain/recovery/standing.ts';
import {
  attributePrompts,
  attributesAreOffered,
  attributesOffer,
} from '../../domain/verification/methods/ldap-attributes.ts';
import { givenFor } from '../../domain/verification/prompt.ts';
import { promptsPage, type PromptsView } from '../../portal/recover/prompts-page.tsx';
import { BadRequest } from '../http/bad-request.ts';
import { closedProblem } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { givenFields } from '../http/given-fields.ts';
import { methodWords } from '../http/method-words.ts';
import { missingOf, putPrompts } from '../http/put-prompts.ts';
import { html, problem, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { afterProof } from './after-proof.ts';
import { renderVerdict } from './render-verdict.ts';
import { withinFlow } from './within-flow.ts';

type AttributesPages = Pick<
  Routes<'verify'>,
  | 'GET /recover/ldap-attributes'
  | 'POST /recover/ldap-attributes'
  | 'POST /api/recovery/proofs/ldap-attributes'
>;

const PAGE = '/recover/ldap-attributes';

/** R3: what the directory has on record, all on one page, and its JSON face; which was wrong is never said. */
export function attributesPages(ports: VerifyNeeds, edge: Edge): AttributesPages {
  const act = acts(ports, edge);
  const { site } = edge;
  const inFlow = withinFlow(ports, site);
  const toMethods = () => seeOther(`${site.basePath}/recover/methods`);

  const form = (
    request: Request,
    { configuration }: Pick<FlowStanding, 'configuration'>,
    more: Pick<PromptsView, 'problem' | 'triesLeft'> = {},
    status = 200,
  ): Reply => {
    const view: PromptsView = {
      action: PAGE,
      name: methodWords(configuration, 'ldap-attributes', request.language).name,
      lead: 'prompts.attributes-lead',
      prompts: putPrompts(configuration, attributePrompts(configuration), request.language),
      masked: configuration.document.questionnaire.maskAnswers,
      ...more,
    };
    return html(promptsPage(frameOf(site, request), view), status);
  };

  return {
    'GET /recover/ldap-attributes': (request) =>
      inFlow(request, ({ flow, configuration }) => {
        if (!attributesAreOffered(configuration)) return toMethods();
        if (request.query['again'] !== 'given-wrong') return form(request, { configuration });
        const triesLeft = Math.max(0, configuration.limits.triesPerFlow - flow.tries);
        return form(request, { configuration }, { problem: { code: 'given-wrong' }, triesLeft });
      }),
    'POST /recover/ldap-attributes': (request) =>
      inFlow(request, async (stands) => {
        if (!attributesAreOffered(stands.configuration)) return toMethods();
        const prompts = attributePrompts(stands.configuration);
        const typed = givenFields(request.body);
        const given = givenFor(prompts, typed);
        if (!given) return form(request, stands, { problem: missingOf(prompts, typed) }, 422);
        const verdict = await act.offer(request, stands.flow.key, attributesOffer(ports, given));
        const judged = { request, stands, verdict, now: ports.clock.now() };
        return afterProof({ site, inFlow }, judged, () =>
          seeOther(`${site.basePath}${PAGE}?again=given-wrong`),
        );
      }),
    'POST /api/recovery/proofs/ldap-attributes': async (request) => {
      const configuration = await ports.configuration.current();
      if (!attributesAreOffered(configuration))
        return problem(404, 'method-not-offered', ports.random.reference(), { changed: 'no' });
      const given = givenFor(attributePrompts(configuration), request.body.attributes);
      if (!given) throw new BadRequest('answers-incomplete', 'attributes');
      if (request.flowKey === undefined) return closedProblem('gone', ports.random.reference());
      return renderVerdict(ports, await act.offer(request, request.flowKey, attributesOffer(ports, given)));
    },
  };
}
