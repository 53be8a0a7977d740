import type {
  ConfigurationDocument,
  QuestionGroup,
  QuestionnairePlan,
} from '../../policy/configuration-document.ts';
import { questionText, type Guessability, type Question } from '../../questionnaire/question.ts';
import { counted, quoted, spokenIn } from './words.ts';

/** Where the words for questions and groups that are referred to are found. */
export type Wording = Pick<ConfigurationDocument, 'questions' | 'groups' | 'languages'>;

/** A question's text in the default language; its id where it has none, or is not there. */
export function questionName(id: string, { questions, languages }: Wording): string {
  const question = questions.find((one) => one.id === id);
  return question ? questionText(question, languages.default, languages.default).text : id;
}

const GUESSED: Readonly<Record<Guessability, string>> = {
  low: 'The answer is hard to guess.',
  medium: 'The answer can be guessed with some effort.',
  high: 'The answer is easy to guess.',
};

/** A question's wording and what its answers must be. */
export const questionSentences = (
  { texts, minimumLength, caseSensitive, guessability, archived }: Question,
  { languages }: Wording,
): readonly string[] => [
  ...spokenIn(texts, languages.default).map(([language, text]) => `In ${language} it asks: ${text}`),
  `An answer needs at least ${counted(minimumLength, 'character')}.`,
  caseSensitive ? 'Capitals count.' : 'Capitals do not count.',
  ...(guessability ? [GUESSED[guessability]] : []),
  ...(archived ? ['It is archived: no questionnaire may ask it any more.'] : []),
];

/** What a group holds and how much of it is answered. */
export const groupSentences = ({ answer, questions }: QuestionGroup, wording: Wording): readonly string[] => [
  `People pick and answer ${String(answer)} of its ${counted(questions.length, 'question')}.`,
  ...questions.map((id) => `It holds ${quoted(questionName(id, wording))} (${id}).`),
];

/** What people register, in its order, and how it is asked of them. */
export const questionnaireSentences = (
  { items, ask, minimumAnswers, maskAnswers }: QuestionnairePlan,
  wording: Wording,
): readonly string[] => [
  ...(items.length === 0 ? ['It asks nothing.'] : []),
  ...items.map((item) =>
    item.question === undefined
      ? pickSentence(item.group, wording)
      : `Everyone answers ${quoted(questionName(item.question, wording))} (${item.question}).`,
  ),
  ask === undefined
    ? 'At recovery, all of somebody’s answers are asked for.'
    : `At recovery, ${String(ask)} of somebody’s answers are asked for.`,
  `It must take at least ${counted(minimumAnswers, 'answer')}.`,
  maskAnswers
    ? 'Answers are hidden while they are typed, with a Show button beside.'
    : 'Answers can be read while they are typed.',
];

function pickSentence(id: string, { groups }: Wording): string {
  const group = groups.find((one) => one.id === id);
  return group
    ? `Everyone picks and answers ${String(group.answer)} of the ${counted(group.questions.length, 'question')} of ${quoted(group.name)} (${id}).`
    : `Everyone picks from the group ${quoted(id)}, which does not exist.`;
}
