import type { Configuration } from '../../domain/policy/configuration.ts';
import type { QuestionnairePart } from '../../domain/questionnaire/questionnaire.ts';
import { answersSetupPage } from '../../portal/enroll/answers-setup-page.tsx';
import type { SetupPart } from '../../portal/enroll/setup-part.ts';
import type { Problem } from '../../portal/frame.ts';
import { putQuestions } from '../http/asked-questions.ts';
import { frameOf } from '../http/frame.ts';
import { html, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type EnrollNeeds } from './act.ts';
import { afterRegistering } from './after-registering.ts';
import { chosenIn, readAnswerForm } from './answer-form.ts';
import { heldReply } from './held.ts';
import { askedOfAll } from './questionnaire-view.ts';
import { withinVisit } from './within-visit.ts';

type AnswersPages = Pick<Routes<'enroll'>, 'GET /enroll/security-answers' | 'POST /enroll/security-answers'>;
type Form = Readonly<Record<string, string>>;

/** E2: the questionnaire in force, answered all at once. */
export function answersPages(ports: EnrollNeeds, edge: Edge): AnswersPages {
  const act = acts(ports, edge);
  const inVisit = withinVisit(ports, edge.site);

  const page = async (
    request: Request,
    problem: readonly Problem[],
    form: Form = {},
    status = 200,
  ): Promise<Reply> => {
    const configuration = await ports.configuration.current();
    const { questionnaire, document } = configuration;
    const parts = questionnaire.parts.flatMap((part) =>
      setupPart(configuration, request.language, part, form),
    );
    const asked = askedOfAll(configuration);
    const masked = document.questionnaire.maskAnswers;
    return html(answersSetupPage(frameOf(edge.site, request), { parts, asked, masked, problem }), status);
  };

  return {
    'GET /enroll/security-answers': (request) => inVisit(request, () => page(request, [])),
    'POST /enroll/security-answers': (request) =>
      inVisit(request, async (session) => {
        const { body } = request;
        const { questionnaire } = await ports.configuration.current();
        const { answers, problems, fieldOf } = readAnswerForm(body, questionnaire);
        if (problems.length > 0) return page(request, problems, body, 422);
        const registered = await act.answers(session, answers);
        if (registered.kind === 'registered') return afterRegistering(ports, edge.site, session);
        if (registered.kind === 'conflict') return page(request, [{ code: 'page-expired' }], body, 409);
        if (registered.kind === 'frozen') return heldReply(ports, edge.site, request, session);
        const refused = Array.from(registered.problems, ([id, code]) => ({ code, field: fieldOf(id) }));
        return page(request, refused, body, 422);
      }),
  };
}

/** A part of the questionnaire as the form shows it; what was picked before stands there again. */
function setupPart(
  configuration: Configuration,
  language: string,
  part: QuestionnairePart,
  form: Form,
): readonly SetupPart[] {
  if (part.kind === 'single')
    return putQuestions(configuration, [part.question], language).map((question) => ({
      kind: 'single',
      question,
    }));
  const questions = putQuestions(configuration, part.questions, language);
  return [{ kind: 'group', group: part.group, answer: part.answer, questions, chosen: chosenIn(form, part) }];
}
