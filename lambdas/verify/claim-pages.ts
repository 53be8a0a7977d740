import { ACTIONS } from '../../domain/policy/action.ts';
import type { Configuration } from '../../domain/policy/configuration.ts';
import { isCodeMethod } from '../../domain/verification/method.ts';
import type { SendMethod } from '../../domain/policy/methods.ts';
import type { FlowStanding } from '../../domain/recovery/standing.ts';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { claimPage } from '../../portal/recover/claim-page.tsx';
import { methodsPage, type MethodChoice } from '../../portal/recover/methods-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { COOKIES } from '../http/cookies.ts';
import { slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { methodWords } from '../http/method-words.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { claimView, readClaimForm } from './claim-form.ts';
import { sendsBy } from './sends-by.ts';
import { methodsFor } from './flow-view.ts';
import { withinFlow } from './within-flow.ts';

type Form = Readonly<Record<string, string>>;
type ClaimPages = Pick<Routes<'verify'>, 'GET /recover' | 'POST /recover' | 'GET /recover/methods'>;

/** R1 and R2: who are you, and how will you prove it. Every name gets the same answer. */
export function claimPages(ports: VerifyNeeds, edge: Edge): ClaimPages {
  const act = acts(ports, edge);
  const inFlow = withinFlow(ports, edge.site);
  const frame = (request: Request) => frameOf(edge.site, request);

  const asked = (request: Request, { document }: Configuration, problem: Problem, body: Form): Reply =>
    html(claimPage(frame(request), { ...claimView(document, request.language, body), problem }), 422);

  return {
    'GET /recover': async (request) => {
      const { document } = await edge.configuration();
      return html(claimPage(frame(request), claimView(document, request.language)));
    },
    'POST /recover': async (request) => {
      const configuration = await ports.configuration.current();
      const { claim, problem } = readClaimForm(configuration.document.searchForm, request.body);
      if (problem) return asked(request, configuration, problem, request.body);
      const started = await act.start(request, claim);
      if (started.kind === 'too-many') return slowDown(frame(request), started.retryAt, ports.clock.now());
      const cookies = [{ name: COOKIES.flow, value: started.handle }];
      return seeOther(`${edge.site.basePath}/recover/methods`, { cookies });
    },
    'GET /recover/methods': (request) =>
      inFlow(request, (stands) => {
        const { flow, actions } = stands;
        const nothing =
          flow.proofs.length > 0 && ACTIONS.every((each) => actions[each].kind === 'not-offered');
        if (nothing)
          return html(
            cannotPage(frame(request), { reason: 'nothing-offered', reference: flow.reference }),
            403,
          );
        return html(methodsPage(frame(request), { methods: choices(stands, request.language) }));
      }),
  };
}

/** The methods in the page's language; one whose code people have sent to them at once has a button. */
const choices = ({ flow, configuration, actions }: FlowStanding, language: string): readonly MethodChoice[] =>
  methodsFor(flow, configuration, actions).map(({ method, proven }) => {
    const { name, hint } = methodWords(configuration, method, language);
    const sends = isCodeMethod(method) ? sending(sendsBy(method, configuration)) : undefined;
    return { method, proven, name, hint, sends };
  });

const sending = (by: SendMethod): MethodChoice['sends'] => (by === 'choice' ? 'as-chosen' : 'at-once');
