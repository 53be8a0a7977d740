import { listOf, type Frame, type Problem, type Problems } from '../frame.ts';
import { directionOf } from '../negotiate.ts';
import { SecretField, TextField } from '../parts/field.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { proofPage } from './proof-page.tsx';

/** A question as it is asked, with the language its text is in. */
export interface AskedQuestion {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  /** Whether capitals count. */
  readonly caseSensitive?: boolean | undefined;
}

export interface AnswersView {
  readonly questions: readonly AskedQuestion[];
  /** Whether answers are hidden while typed. */
  readonly masked: boolean;
  readonly minutesLeft: number;
  readonly triesLeft?: number | undefined;
  readonly problem?: Problems | undefined;
}

/** R3b: all questions on one page and in one request; nothing ever says which answer was wrong. */
export function answersPage(frame: Frame, view: AnswersView): string {
  const t = phrases(frame.language);
  const problems = listOf(view.problem);
  const exact = view.questions.some(({ caseSensitive }) => caseSensitive);
  return proofPage(
    frame,
    { title: t('answers.title'), problem: view.problem },
    <>
      <p>{t(exact ? 'answers.lead-exact' : 'answers.lead')}</p>
      {view.triesLeft !== undefined && <p>{t('answers.tries', { tries: view.triesLeft })}</p>}
      <PostForm frame={frame} action="/recover/security-answers">
        {view.questions.map((question) => (
          <AnswerField
            frame={frame}
            question={question}
            hint={question.caseSensitive ? t('answers.exact') : undefined}
            masked={view.masked}
            problems={problems}
          />
        ))}
        <p class="soft">{t('answers.time', { minutes: view.minutesLeft })}</p>
        <SubmitButton frame={frame}>{t('layout.continue')}</SubmitButton>
      </PostForm>
    </>,
  );
}

/** One question with its answer's field, `answer.<id>`; here and where answers are set up. */
export function AnswerField(props: {
  frame: Frame;
  question: AskedQuestion;
  hint?: string | undefined;
  masked: boolean;
  problems: readonly Problem[];
}) {
  const { frame, question, hint, masked, problems } = props;
  const field = {
    frame,
    name: `answer.${question.id}`,
    label: question.text,
    labelLanguage: spokenIn(question, frame),
    hint,
    problems,
    autocomplete: 'off',
  };
  return masked ? <SecretField {...field} /> : <TextField {...field} />;
}

/** The language of a question's text, where it is not the page's own. */
export const spokenIn = ({ language }: AskedQuestion, frame: Frame) =>
  language === frame.language ? undefined : { lang: language, dir: directionOf(language) };
