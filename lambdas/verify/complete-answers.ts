import type { Ports } from '../../domain/ports/index.ts';
import { BadRequest } from '../http/bad-request.ts';

/**
 * The answers when they are one for each question of some questionnaire that is accepted, none blank. What is incomplete
 * is a slip, not a guess: it is refused before anything is counted. Throws BadRequest.
 */
export async function completeAnswers(
  { configuration }: Pick<Ports, 'configuration'>,
  answers: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const { questionnaire, earlierQuestionnaires } = await configuration.current();
  const given = Object.keys(answers).filter((id) => answers[id]?.trim() !== '');
  const complete = [questionnaire, ...earlierQuestionnaires].some(
    ({ questions }) =>
      questions.length === Object.keys(answers).length && questions.every(({ id }) => given.includes(id)),
  );
  if (!complete) throw new BadRequest('answers-incomplete', 'answers');
  return answers;
}
