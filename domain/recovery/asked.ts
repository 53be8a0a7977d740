import type { RegisteredAnswers } from '../enrollment/enrollment.ts';
import { personKey, type Person } from '../person.ts';
import { acceptedQuestionnaires, type Configuration } from '../policy/configuration.ts';
import type { Ports } from '../ports/index.ts';
import {
  answersTaken,
  fulfilledBy,
  type EarlierQuestionnaire,
  type Questionnaire,
} from '../questionnaire/questionnaire.ts';

/**
 * The questions a flow asks, by id. Somebody's own, as far as their answers are accepted now; for everybody else a plausible
 * choice that is always the same for the same person, and that no answer will ever meet. Where fewer are asked than are
 * registered, the choice is steady too: nobody can reload until an easy question comes up.
 */
export async function askedOf(
  ports: Pick<Ports, 'mac'>,
  person: Person,
  answers: RegisteredAnswers | undefined,
  configuration: Configuration,
  now: number,
): Promise<readonly string[]> {
  const own = answers && usableAnswers(answers, configuration, now);
  // Both are worked out for everyone: the work tells nobody apart.
  const likely = await plausible(ports, person, configuration, now);
  return subset(ports, person, own ?? likely, configuration);
}

/** The answered questions that fulfil a questionnaire that is accepted now, the one in force first; undefined when none is. Pure. */
export function usableAnswers(
  { answers }: Pick<RegisteredAnswers, 'answers'>,
  configuration: Pick<Configuration, 'questionnaire' | 'earlierQuestionnaires'>,
  now: number,
): readonly string[] | undefined {
  const answered = new Set(answers.map(({ questionId }) => questionId));
  for (const questionnaire of acceptedQuestionnaires(configuration, now)) {
    const found = fulfilledBy(questionnaire, answered);
    if (found) return found;
  }
  return undefined;
}

/** What a stranger seems to have registered: one of the accepted questionnaires, and some of each group. */
async function plausible(
  ports: Pick<Ports, 'mac'>,
  person: Person,
  configuration: Configuration,
  now: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const part of seeminglyAnswered(person, configuration, now).parts)
    ids.push(
      ...(part.kind === 'single' ? [part.question] : await drawn(ports, person, part.questions, part.answer)),
    );
  return ids;
}

/**
 * The questionnaire a stranger seems to have answered. Nobody has answered a new one at the moment it is published: like
 * people, strangers leave the one before it one after the other, a quarter of them only when it is good no longer, and never go back.
 */
function seeminglyAnswered(
  { guid }: Person,
  { questionnaire, earlierQuestionnaires }: Pick<Configuration, 'questionnaire' | 'earlierQuestionnaires'>,
  now: number,
): Questionnaire {
  const patience = Math.min(1, (Number.parseInt(guid.slice(0, 8), 16) / 2 ** 32) * (4 / 3));
  const leaves = ({ replacedAt, acceptedUntil }: EarlierQuestionnaire) =>
    replacedAt + patience * (acceptedUntil - replacedAt);
  // The oldest one: whoever has left it went on to a newer one.
  return earlierQuestionnaires.find((earlier) => now < leaves(earlier)) ?? questionnaire;
}

const subset = async (
  ports: Pick<Ports, 'mac'>,
  person: Person,
  ids: readonly string[],
  { document }: Configuration,
): Promise<readonly string[]> => drawn(ports, person, ids, document.questionnaire.ask ?? ids.length);

/** `count` of the ids, drawn by a keyed digest of person and id, in the order they came. */
async function drawn(
  { mac }: Pick<Ports, 'mac'>,
  person: Person,
  ids: readonly string[],
  count: number,
): Promise<readonly string[]> {
  const lots = await Promise.all(
    ids.map(async (id) => ({ id, lot: await mac.quickTag('asked', `${personKey(person)}\n${id}`) })),
  );
  const first = new Set(
    lots
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, count)
      .map(({ id }) => id),
  );
  return ids.filter((id) => first.has(id));
}

/** How many questions a flow may ask, for the questionnaires that are accepted now: a request with another number is a slip. */
export const askedCounts = (configuration: Configuration, now: number): readonly number[] =>
  acceptedQuestionnaires(configuration, now).map((questionnaire) =>
    Math.min(
      configuration.document.questionnaire.ask ?? Number.MAX_SAFE_INTEGER,
      answersTaken(questionnaire),
    ),
  );
