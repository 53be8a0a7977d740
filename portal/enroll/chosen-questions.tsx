import type { Frame, Problem } from '../frame.ts';
import { SecretField, SelectField, TextField } from '../parts/field.tsx';
import { phrases } from '../phrase.ts';
import { spokenIn } from '../recover/answers-page.tsx';
import type { QuestionToSetUp, SetupGroup } from './setup-part.ts';

interface RowProps {
  readonly frame: Frame;
  readonly part: SetupGroup;
  readonly hintOf: (question: QuestionToSetUp) => string | undefined;
  readonly masked: boolean;
  readonly problems: readonly Problem[];
}

/** A group: as many rows as there are to pick, each a question (`choice.<group>.<n>`) and its answer (`answer.<group>.<n>`). */
export function ChosenQuestions(props: RowProps) {
  const { frame, part } = props;
  const { answer, questions } = part;
  return (
    <fieldset>
      <legend>{phrases(frame.language)('setup.group', { answer, count: questions.length })}</legend>
      {Array.from({ length: answer }, (_, index) => (
        <Row {...props} row={index + 1} />
      ))}
    </fieldset>
  );
}

function Row({ frame, part, hintOf, masked, problems, row }: RowProps & { row: number }) {
  const t = phrases(frame.language);
  const { group, questions, chosen } = part;
  // What they all need stands at the answer; what differs stands with each question.
  const hints = new Set(questions.map((question) => hintOf(question)));
  const same = hints.size === 1;
  const textOf = (question: QuestionToSetUp): string => {
    const hint = same ? undefined : hintOf(question);
    return hint === undefined ? question.text : t('setup.option', { question: question.text, hint });
  };
  const field = {
    frame,
    name: `answer.${group}.${row}`,
    label: t('setup.answer', { number: row }),
    hint: same ? [...hints][0] : undefined,
    problems,
    autocomplete: 'off',
  };
  return (
    <>
      <SelectField
        frame={frame}
        name={`choice.${group}.${row}`}
        label={t('setup.choice', { number: row })}
        problems={problems}
        autocomplete="off"
        invitation={t('setup.choose')}
        value={chosen[row - 1]}
        options={questions.map((question) => ({
          value: question.id,
          text: textOf(question),
          spokenIn: spokenIn(question, frame),
        }))}
      />
      {masked ? <SecretField {...field} /> : <TextField {...field} />}
    </>
  );
}
