import { questionText } from '../../domain/questionnaire/questionnaire.ts';
import { answersSetupPage } from '../../portal/enroll/answers-setup-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { answerFields } from '../http/answer-fields.ts';
import { frameOf } from '../http/frame.ts';
import { html, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type EnrollNeeds } from './act.ts';
import { afterRegistering } from './after-registering.ts';
import { withinVisit } from './within-visit.ts';

type AnswersPages = Pick<Routes<'enroll'>, 'GET /enroll/security-answers' | 'POST /enroll/security-answers'>;

/** E2: the questionnaire in force, answered all at once. */
export function answersPages(ports: EnrollNeeds, edge: Edge): AnswersPages {
  const act = acts(ports, edge);
  const inVisit = withinVisit(ports, edge.site);

  const form = async (request: Request, problem: readonly Problem[], status = 200): Promise<Reply> => {
    const { questionnaire } = await ports.configuration.current();
    const questions = questionnaire.questions.map((question) => ({
      id: question.id,
      minimumLength: question.minimumLength,
      ...questionText(question, request.language),
    }));
    return html(answersSetupPage(frameOf(edge.site, request), { questions, problem }), status);
  };

  return {
    'GET /enroll/security-answers': (request) => inVisit(request, () => form(request, [])),
    'POST /enroll/security-answers': (request) =>
      inVisit(request, async (session) => {
        const registered = await act.answers(session, answerFields(request.body));
        if (registered.kind === 'registered') return afterRegistering(ports, edge.site, session);
        if (registered.kind === 'conflict') return form(request, [{ code: 'page-expired' }], 409);
        const problems = Array.from(registered.problems, ([id, code]) => ({ code, field: `answer.${id}` }));
        return form(request, problems, 422);
      }),
  };
}
