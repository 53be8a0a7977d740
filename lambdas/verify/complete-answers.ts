import { questionsOf } from '../../domain/policy/configuration.ts';
import type { Ports } from '../../domain/ports/index.ts';
import { askedCounts } from '../../domain/recovery/asked.ts';
import { BadRequest } from '../http/bad-request.ts';

/**
 * The answers when they are as many as a flow may ask for, to questions that there are, none blank. What is incomplete is
 * a slip, not a guess: it is refused before anything is counted. The flow is not read for it. Throws BadRequest.
 */
export async function completeAnswers(
  { configuration, clock }: Pick<Ports, 'configuration' | 'clock'>,
  answers: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const now = clock.now();
  const inForce = await configuration.current();
  const given = Object.keys(answers);
  const blank = given.some((id) => answers[id]?.trim() === '');
  const known = questionsOf(inForce, given).length === given.length;
  if (blank || !known || !askedCounts(inForce, now).includes(given.length))
    throw new BadRequest('answers-incomplete', 'answers');
  return answers;
}
