import type { ConfigurationDocument, QuestionGroup } from '../../policy/configuration-document.ts';
import type { Question } from '../../questionnaire/question.ts';
import type { Mistake } from '../mistake.ts';
import { countMistakes, isCount } from './counts.ts';
import { idMistakes, nameMistakes } from './ids.ts';
import { pointer } from './pointer.ts';
import { repeated } from './repeated.ts';
import { tagMistakes, textMistakes } from './texts.ts';

/** Characters that an answer may be asked to have. */
const LENGTHS = { least: 0, most: 64 };
/** Answers that anybody may be asked for. */
export const MOST_ANSWERS = 1000;

/** The mistakes in the store's questions. */
export const questionMistakes = ({ questions, languages }: ConfigurationDocument): readonly Mistake[] => [
  ...idMistakes(questions, '/questions', 'question'),
  ...questions.flatMap((question, index) => [
    ...wordingMistakes(question, pointer('questions', index, 'texts'), languages.default),
    ...countMistakes(
      question.minimumLength,
      pointer('questions', index, 'minimumLength'),
      `The least length of answers to question "${question.id}"`,
      LENGTHS,
    ),
  ]),
];

function wordingMistakes(question: Question, path: string, defaultLanguage: string): readonly Mistake[] {
  const what = `Question "${question.id}"`;
  // What is archived is asked of those alone who answered it, in the words there are: a new default language is no matter.
  return question.archived && Object.values(question.texts).some((text) => text.trim() !== '')
    ? tagMistakes(question.texts, path, what)
    : textMistakes(question.texts, path, what, defaultLanguage);
}

/** The mistakes in the question groups. */
export const groupMistakes = ({ groups, questions }: ConfigurationDocument): readonly Mistake[] => {
  const known = new Set(questions.map(({ id }) => id));
  return [
    ...idMistakes(groups, '/groups', 'question group'),
    ...groups.flatMap((group, index) => {
      const path = pointer('groups', index);
      return [
        ...nameMistakes(group.name, `${path}/name`, 'question group'),
        ...answerMistakes(group, path),
        ...memberMistakes(group, path, known),
      ];
    }),
  ];
};

function answerMistakes({ name, answer, questions }: QuestionGroup, path: string): readonly Mistake[] {
  const has = new Set(questions).size;
  if (!isCount(answer) || answer <= has)
    return countMistakes(answer, `${path}/answer`, `The number of answers in group "${name}"`, {
      least: 1,
      most: MOST_ANSWERS,
    });
  return [
    {
      path: `${path}/answer`,
      code: 'group-asks-too-much',
      message: `Group "${name}" asks for ${String(answer)} of its ${has === 1 ? '1 question' : `${String(has)} questions`}.`,
      remedy:
        has === 0
          ? 'Add questions to the group, or remove the group.'
          : `Ask for ${has === 1 ? '1' : `${String(has)} or fewer`}, or add questions to the group.`,
    },
  ];
}

const memberMistakes = (
  { name, questions }: QuestionGroup,
  path: string,
  known: ReadonlySet<string>,
): readonly Mistake[] => [
  ...questions.flatMap((id, index): readonly Mistake[] =>
    known.has(id)
      ? []
      : [
          {
            path: `${path}${pointer('questions', index)}`,
            code: 'unknown-question',
            message: `Group "${name}" holds question "${id}", which does not exist.`,
            remedy: 'Correct the id, add the question to the store, or take it out of the group.',
          },
        ],
  ),
  ...repeated(questions, (id) => id).map(({ item, index, first }): Mistake => ({
    path: `${path}${pointer('questions', index)}`,
    code: 'question-twice',
    message: `Question "${item}" is already in group "${name}", at ${path}${pointer('questions', first)}.`,
    remedy: 'Remove one of the two.',
  })),
];
