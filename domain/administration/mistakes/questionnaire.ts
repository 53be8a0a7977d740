import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import { partsOf } from '../../policy/configuration.ts';
import { answersTaken } from '../../questionnaire/questionnaire.ts';
import type { Mistake } from '../mistake.ts';
import { countMistakes, isCount } from './counts.ts';
import { pointer } from './pointer.ts';
import { askedTwice } from './asked-twice.ts';
import { MOST_ANSWERS } from './questions.ts';

/** The mistakes in what people are asked to register. */
export const questionnaireMistakes = (document: ConfigurationDocument): readonly Mistake[] => [
  ...referenceMistakes(document),
  ...archivedMistakes(document),
  ...askedTwice(document),
  ...numberMistakes(document),
];

const itemPath = (index: number, kind: 'question' | 'group') =>
  pointer('questionnaire', 'items', index, kind);

const referenceMistakes = ({ questionnaire, questions, groups }: ConfigurationDocument): readonly Mistake[] =>
  questionnaire.items.flatMap(({ question, group }, index): readonly Mistake[] => {
    if (question !== undefined)
      return questions.some(({ id }) => id === question)
        ? []
        : [
            {
              path: itemPath(index, 'question'),
              code: 'unknown-question',
              message: `The questionnaire asks question "${question}", which does not exist.`,
              remedy: 'Correct the id, add the question to the store, or remove it from the questionnaire.',
            },
          ];
    return groups.some(({ id }) => id === group)
      ? []
      : [
          {
            path: itemPath(index, 'group'),
            code: 'unknown-group',
            message: `The questionnaire asks question group "${group}", which does not exist.`,
            remedy: 'Correct the id, add the group, or remove it from the questionnaire.',
          },
        ];
  });

function archivedMistakes({ questionnaire, questions, groups }: ConfigurationDocument): readonly Mistake[] {
  const archived = new Set(questions.filter((question) => question.archived).map(({ id }) => id));
  const single = questionnaire.items.flatMap(({ question }, index): readonly Mistake[] =>
    question !== undefined && archived.has(question)
      ? [archivedMistake(question, itemPath(index, 'question'), 'The questionnaire')]
      : [],
  );
  const used = new Set(questionnaire.items.map(({ group }) => group));
  const grouped = groups.flatMap((group, at) =>
    used.has(group.id)
      ? group.questions.flatMap((id, index): readonly Mistake[] =>
          archived.has(id)
            ? [archivedMistake(id, pointer('groups', at, 'questions', index), `Group "${group.name}"`)]
            : [],
        )
      : [],
  );
  return [...single, ...grouped];
}

const archivedMistake = (id: string, path: string, asker: string): Mistake => ({
  path,
  code: 'question-archived',
  message: `${asker} asks question "${id}", which is archived.`,
  remedy: 'Take it out of the archive, or ask another question.',
});

function numberMistakes(document: ConfigurationDocument): readonly Mistake[] {
  const { questionnaire, methods } = document;
  const { ask, minimumAnswers } = questionnaire;
  const at = (name: string) => pointer('questionnaire', name);
  const asked =
    ask === undefined
      ? []
      : countMistakes(ask, at('ask'), 'The number of answers asked for at recovery', {
          least: 1,
          most: MOST_ANSWERS,
        });
  const least = countMistakes(minimumAnswers, at('minimumAnswers'), 'The fewest answers it must take', {
    least: 0,
    most: MOST_ANSWERS,
  });
  if (questionnaire.items.length > 0) return [...asked, ...least, ...sumMistakes(document)];
  if (!methods['security-answers'].on) return [...asked, ...least];
  return [
    ...asked,
    ...least,
    {
      path: at('items'),
      code: 'questionnaire-empty',
      message: 'The questionnaire asks nothing, but security answers are switched on.',
      remedy: 'Put questions into the questionnaire, or switch security answers off.',
    },
  ];
}

function sumMistakes({ questionnaire, groups }: ConfigurationDocument): readonly Mistake[] {
  const known = questionnaire.items.every(
    ({ group }) => group === undefined || groups.some(({ id, answer }) => id === group && isCount(answer)),
  );
  // Of a group that is not there nobody can say how many answers it takes: one mistake, not three.
  if (!known) return [];
  const taken = answersTaken({ version: 0, parts: partsOf({ questionnaire, groups }) });
  const takes = `The questionnaire takes ${taken === 1 ? '1 answer' : `${String(taken)} answers`}`;
  const { ask, minimumAnswers } = questionnaire;
  const mistakes: Mistake[] = [];
  if (isCount(minimumAnswers) && taken < minimumAnswers)
    mistakes.push({
      path: pointer('questionnaire', 'minimumAnswers'),
      code: 'too-few-answers',
      message: `${takes}, fewer than the ${String(minimumAnswers)} it must take.`,
      remedy: 'Ask more questions, or lower the number of answers that it must take.',
    });
  if (ask !== undefined && isCount(ask) && ask > taken)
    mistakes.push({
      path: pointer('questionnaire', 'ask'),
      code: 'asks-too-many',
      message: `${takes}, but ${String(ask)} are asked for at recovery.`,
      remedy: `Ask for ${String(taken)} or fewer, leave the number out to ask for all, or put more questions into the questionnaire.`,
    });
  return mistakes;
}
