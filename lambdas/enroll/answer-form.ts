import type { Questionnaire, QuestionnairePart } from '../../domain/questionnaire/questionnaire.ts';
import type { Problem } from '../../portal/frame.ts';
import { BadRequest } from '../http/bad-request.ts';

type Form = Readonly<Record<string, string>>;
type Group = Extract<QuestionnairePart, { kind: 'group' }>;

/** What the form of a questionnaire says. */
export interface AnswerForm {
  /** Answers by question; whole only when there are no problems. */
  readonly answers: Readonly<Record<string, string>>;
  /** What is wrong with the choice of questions, at its field; and blank answers, which are told along with it. */
  readonly problems: readonly Problem[];
  /** The field that the answer to a question came from; for a group, the field of its first choice. */
  readonly fieldOf: (id: string) => string;
}

/** The names of one row of a group, counted from 1. */
const rowOf = (group: string, row: number) => ({
  choice: `choice.${group}.${row}`,
  answer: `answer.${group}.${row}`,
});

/** What was picked in each row of a group; '' where nothing was. */
export const chosenIn = (form: Form, { group, answer }: Group): readonly string[] =>
  Array.from({ length: answer }, (_, index) => form[rowOf(group, index + 1).choice] ?? '');

/**
 * Reads the form of the questionnaire in force. A form of another questionnaire, published meanwhile, is a problem, and no
 * slip of its sender; any other field but the token is refused. Throws BadRequest.
 */
export function readAnswerForm(form: Form, { parts }: Questionnaire): AnswerForm {
  const fields = new Map<string, string>();
  const answers: Record<string, string> = {};
  const problems: Problem[] = [];
  const expected = new Set(['token']);
  const take = (question: string, field: string): void => {
    fields.set(question, field);
    answers[question] = form[field] ?? '';
  };
  for (const part of parts) {
    if (part.kind === 'single') {
      take(part.question, `answer.${part.question}`);
      expected.add(`answer.${part.question}`);
      continue;
    }
    fields.set(part.group, rowOf(part.group, 1).choice);
    for (const [index, chosen] of chosenIn(form, part).entries()) {
      const { choice, answer } = rowOf(part.group, index + 1);
      expected.add(choice).add(answer);
      const code = choiceProblem(chosen, part, fields);
      if (code) problems.push({ code, field: choice });
      else take(chosen, answer);
    }
  }
  if (Object.keys(form).some((name) => !expected.has(name))) return ofAnother(form, expected);
  const blanks = [...fields]
    .filter(([id]) => answers[id]?.trim() === '')
    .map(([, field]): Problem => ({ code: 'answer-missing', field }));
  return {
    answers,
    problems: problems.length > 0 ? [...problems, ...blanks] : [],
    fieldOf: (id) => fields.get(id) ?? `answer.${id}`,
  };
}

function choiceProblem(
  chosen: string,
  { questions }: Group,
  taken: ReadonlyMap<string, string>,
): Problem['code'] | undefined {
  if (chosen === '') return 'choose-more';
  if (!questions.includes(chosen)) return 'question-unknown';
  return taken.has(chosen) ? 'question-twice' : undefined;
}

const OURS = /^(answer|choice)\.[a-z0-9-]{1,64}(\.\d{1,4})?$/;

function ofAnother(form: Form, expected: ReadonlySet<string>): AnswerForm {
  const foreign = Object.keys(form).find((name) => !expected.has(name) && !OURS.test(name));
  if (foreign !== undefined) throw new BadRequest('field-unknown', foreign.slice(0, 64));
  return { answers: {}, problems: [{ code: 'questions-changed' }], fieldOf: (id) => `answer.${id}` };
}
