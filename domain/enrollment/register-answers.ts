import { questionsOf } from '../policy/configuration.ts';
import { answerProblems, type AnswerProblem } from '../questionnaire/acceptable.ts';
import { chosenQuestions, type ChoiceProblem } from '../questionnaire/chosen.ts';
import { keepAnswer } from '../verification/methods/security-answers.ts';
import type { Ports } from '../ports/index.ts';
import type { StoredAnswer } from './enrollment.ts';
import { keepEnrollment, type KeepNeeds } from './keep.ts';
import type { Session } from './session.ts';

export type RegisterAnswersNeeds = KeepNeeds & Pick<Ports, 'configuration' | 'hasher' | 'mac'>;

export type AnswersRegistered =
  | { readonly kind: 'registered' }
  | { readonly kind: 'refused'; readonly problems: ReadonlyMap<string, AnswerProblem | ChoiceProblem> }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'frozen' };

/**
 * Takes a person's answers to the questionnaire in force, all of them at once, and keeps them hashed. What is given says
 * which questions of a group were picked. Problems stand by the question, or by the group, they concern.
 */
export async function registerAnswers(
  ports: RegisterAnswersNeeds,
  session: Session,
  given: Readonly<Record<string, string>>,
): Promise<AnswersRegistered> {
  const configuration = await ports.configuration.current();
  const { questionnaire } = configuration;
  const choice = chosenQuestions(questionnaire, new Set(Object.keys(given)));
  if (choice.kind === 'refused') return { kind: 'refused', problems: choice.problems };
  const questions = questionsOf(configuration, choice.questions);
  const problems = answerProblems(questions, given, namesOf(session));
  if (problems.size > 0) return { kind: 'refused', problems };
  const seen = await ports.enrollments.find(session.person);
  const answers: StoredAnswer[] = [];
  for (const question of questions)
    answers.push(await keepAnswer(ports, session.person, question, given[question.id] ?? ''));
  const registered = { questionnaire: questionnaire.version, registeredAt: ports.clock.now(), answers };
  const kept = await keepEnrollment(
    ports,
    session,
    seen,
    { answers: registered },
    { kind: 'method-registered', method: 'security-answers' },
  );
  return { kind: kept === 'saved' ? 'registered' : kept };
}

/** The names an answer must not say. */
const namesOf = ({ username, displayName, mail }: Session): readonly string[] => [
  username,
  ...displayName.split(/[,.\-_\s#]+/u),
  ...(mail ? [mail.split('@')[0] ?? ''] : []),
];
