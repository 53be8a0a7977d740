import type { Question } from '../../client/client.ts';
import { useForm, type FormOf } from '../parts/use-form.ts';
import { written } from '../parts/local-text.ts';

/** The form of a question: what is typed, whether it can be saved, and as what. */
export interface QuestionForm extends FormOf<Question> {
  readonly rate: (guessability: Question['guessability']) => void;
  /** Whether there is a text in the default language, and a length that is one. */
  readonly isComplete: boolean;
  /** What is typed, without empty texts. */
  readonly question: Question;
}

/** The unrated state of a question is a property left out. */
function rated(question: Question, guessability: Question['guessability']): Question {
  const { guessability: _, ...rest } = question;
  return guessability ? { ...rest, guessability } : rest;
}

export function useQuestionForm(saved: Question, defaultLanguage: string): QuestionForm {
  const form = useForm(saved);
  const question = { ...form.mine, texts: written(form.mine.texts) };
  return {
    ...form,
    rate: (guessability) => form.replace(rated(form.mine, guessability)),
    question,
    isComplete:
      question.texts[defaultLanguage] !== undefined &&
      Number.isInteger(question.minimumLength) &&
      question.minimumLength <= 64,
  };
}
