import type { FlowStanding } from '../../domain/recovery/standing.ts';
import { answersOffer } from '../../domain/verification/methods/security-answers.ts';
import { answersPage, type AnswersView } from '../../portal/recover/answers-page.tsx';
import { answerFields } from '../http/answer-fields.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { afterProof } from './after-proof.ts';
import { askedIn } from './flow-view.ts';
import { withinFlow } from './within-flow.ts';

type AnswersPages = Pick<
  Routes<'verify'>,
  'GET /recover/security-answers' | 'POST /recover/security-answers'
>;

/** R3: the questions, all on one page; which answer was wrong is never said. */
export function answersPages(ports: VerifyNeeds, edge: Edge): AnswersPages {
  const act = acts(ports, edge);
  const inFlow = withinFlow(ports, edge.site);

  const form = (
    request: Request,
    { flow, configuration }: FlowStanding,
    more: Pick<AnswersView, 'problem' | 'triesLeft'> = {},
    status = 200,
  ): Reply => {
    const minutesLeft = Math.max(1, Math.floor((flow.expiresAt - ports.clock.now()) / 60_000));
    const questions = askedIn(flow, configuration, request.language);
    const masked = configuration.document.questionnaire.maskAnswers;
    return html(
      answersPage(frameOf(edge.site, request), { questions, masked, minutesLeft, ...more }),
      status,
    );
  };

  return {
    'GET /recover/security-answers': (request) =>
      inFlow(request, (stands) => {
        if (request.query['again'] !== 'answers-wrong') return form(request, stands);
        const triesLeft = Math.max(0, stands.configuration.limits.triesPerFlow - stands.flow.tries);
        return form(request, stands, { problem: { code: 'answers-wrong' }, triesLeft });
      }),
    'POST /recover/security-answers': (request) =>
      inFlow(request, async (stands) => {
        const answers = answerFields(request.body);
        const blank = askedIn(stands.flow, stands.configuration, request.language).find(
          ({ id }) => (answers[id] ?? '').trim() === '',
        );
        if (blank) {
          const problem = { code: 'answer-missing', field: `answer.${blank.id}` } as const;
          return form(request, stands, { problem }, 422);
        }
        const verdict = await act.offer(request, stands.flow.key, answersOffer(ports, answers));
        const judged = { request, stands, verdict, now: ports.clock.now() };
        return afterProof({ site: edge.site, inFlow }, judged, () =>
          seeOther(`${edge.site.basePath}/recover/security-answers?again=answers-wrong`),
        );
      }),
  };
}
