import {
  attributePrompts,
  attributesAreOffered,
  attributesOffer,
} from '../../domain/verification/methods/ldap-attributes.ts';
import { givenFor } from '../../domain/verification/prompt.ts';
import { BadRequest } from '../http/bad-request.ts';
import { closedProblem } from '../http/endings.ts';
import { promptsForm } from '../http/prompts-form.ts';
import { problem, seeOther } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
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

/** R3: what the directory has on record, all on one page, and its JSON face; which was wrong is never said. */
export function attributesPages(ports: VerifyNeeds, edge: Edge): AttributesPages {
  const act = acts(ports, edge);
  const { site } = edge;
  const inFlow = withinFlow(ports, site);
  const toMethods = () => seeOther(`${site.basePath}/recover/methods`);

  const form = promptsForm(site, {
    method: 'ldap-attributes',
    lead: 'prompts.attributes-lead',
    promptsOf: attributePrompts,
    again: ['given-wrong'],
  });

  return {
    'GET /recover/ldap-attributes': (request) =>
      inFlow(request, ({ flow, configuration }) =>
        attributesAreOffered(configuration)
          ? form.put(request, configuration, flow, request.query['again'])
          : toMethods(),
      ),
    'POST /recover/ldap-attributes': (request) =>
      inFlow(request, async (stands) => {
        if (!attributesAreOffered(stands.configuration)) return toMethods();
        const read = form.read(request, request.body, stands.configuration);
        if (!read.given) return read.incomplete;
        const verdict = await act.offer(request, stands.flow.key, attributesOffer(ports, read.given));
        const judged = { request, stands, verdict, now: ports.clock.now() };
        return afterProof({ site, inFlow }, judged, () =>
          seeOther(`${site.basePath}/recover/ldap-attributes?again=given-wrong`),
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
