import type { Question } from '../../client/client.ts';
import type { Document } from '../draft.tsx';
import { spoken } from '../parts/local-text.ts';

type Wording = Pick<Document, 'questions' | 'languages'>;

/** A question as administrators read it: its text in the default language; its id where there is none. */
export function questionName(id: string, { questions, languages }: Wording): string {
  const question = questions.find((one) => one.id === id);
  return (question && spoken(question.texts, languages.default, languages.default)?.text) ?? id;
}

/** Where a question is used, as people read it: `Questionnaire, number 2`, `Group “Childhood”`. */
export const usesOf = (id: string, { questionnaire, groups }: Document): readonly string[] => [
  ...questionnaire.items.flatMap((item, index) =>
    'question' in item && item.question === id ? [`Questionnaire, number ${index + 1}`] : [],
  ),
  ...groups.filter(({ questions }) => questions.includes(id)).map(({ name }) => `Group “${name}”`),
];

/** The document with another question in all places of one; the places go when there is no other. */
function withUses(document: Document, id: string, other: string | undefined): Document {
  const { questionnaire, groups } = document;
  const others = other === undefined ? [] : [other];
  return {
    ...document,
    questionnaire: {
      ...questionnaire,
      items: questionnaire.items.flatMap((item) =>
        'question' in item && item.question === id ? others.map((question) => ({ question })) : [item],
      ),
    },
    groups: groups.map((group) => ({
      ...group,
      questions: group.questions.flatMap((one) => (one === id ? others : [one])),
    })),
  };
}

/** A question in place of another one, wherever that was used; the other is archived. */
export function replaced(document: Document, id: string, question: Question): Document {
  const moved = withUses(document, id, question.id);
  const questions = moved.questions.flatMap((one) =>
    one.id === id ? [question, { ...one, archived: true }] : [one],
  );
  return { ...moved, questions };
}

/** A question archived, and asked nowhere any more. */
export const archived = (document: Document, id: string): Document => {
  const unused = withUses(document, id, undefined);
  return {
    ...unused,
    questions: unused.questions.map((one) => (one.id === id ? { ...one, archived: true } : one)),
  };
};

/** A question out of the archive; it is asked nowhere yet. */
export const unarchived = (document: Document, id: string): Document => ({
  ...document,
  questions: document.questions.map((one) => {
    if (one.id !== id) return one;
    const { archived: _, ...rest } = one;
    return rest;
  }),
});

/** A question gone for good; only for one that was never in force. */
export const withoutQuestion = (document: Document, id: string): Document => {
  const unused = withUses(document, id, undefined);
  return { ...unused, questions: unused.questions.filter((one) => one.id !== id) };
};

/** The questionnaire without a question that stands alone in it. */
export const withoutSingle = (document: Document, id: string): Document => ({
  ...document,
  questionnaire: {
    ...document.questionnaire,
    items: document.questionnaire.items.filter((item) => !('question' in item) || item.question !== id),
  },
});
