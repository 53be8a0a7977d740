import { listOf, type Frame, type Problem, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { BackToMethods } from '../parts/back-to-methods.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases, type Phrase } from '../phrase.ts';
import { AnswerField } from '../recover/answers-page.tsx';
import { ChosenQuestions } from './chosen-questions.tsx';
import type { QuestionToSetUp, SetupPart } from './setup-part.ts';

export interface AnswersSetupView {
  readonly parts: readonly SetupPart[];
  /** How many of the answers a recovery asks for, when it is not all of them. */
  readonly asked?: number | undefined;
  /** Whether answers are hidden while typed. */
  readonly masked: boolean;
  readonly problem?: Problems | undefined;
}

/** E2: answers to the questionnaire, with what makes an answer good. What was picked comes back, what was typed never. */
export function answersSetupPage(frame: Frame, view: AnswersSetupView): string {
  const t = phrases(frame.language);
  const { parts, asked, masked } = view;
  const problems = listOf(view.problem);
  return layout(
    frame,
    { title: t('setup.title'), problem: view.problem },
    <>
      <h1>{t('setup.title')}</h1>
      <p>{asked === undefined ? t('setup.lead') : t('setup.lead-some', { count: asked })}</p>
      <ul class="advice">
        <li>{t('setup.lasting')}</li>
        <li>{t('setup.private')}</li>
        <li>{t('setup.different')}</li>
        <li>{t('setup.kept')}</li>
      </ul>
      <PostForm frame={frame} action="/enroll/security-answers">
        {parts.map((part) => (
          <Part frame={frame} part={part} masked={masked} problems={problems} />
        ))}
        <SubmitButton frame={frame}>{t('setup.save')}</SubmitButton>
      </PostForm>
      <BackToMethods frame={frame} />
    </>,
  );
}

function Part(props: { frame: Frame; part: SetupPart; masked: boolean; problems: readonly Problem[] }) {
  const { frame, part, masked, problems } = props;
  const hintOf = answerHint(phrases(frame.language));
  if (part.kind === 'group')
    return <ChosenQuestions frame={frame} part={part} hintOf={hintOf} masked={masked} problems={problems} />;
  const { question } = part;
  return (
    <AnswerField
      frame={frame}
      question={question}
      hint={hintOf(question)}
      masked={masked}
      problems={problems}
    />
  );
}

/** What an answer to a question needs, in words; undefined where it needs nothing. */
const answerHint =
  (t: Phrase) =>
  ({ minimumLength: minimum, caseSensitive }: QuestionToSetUp): string | undefined => {
    if (minimum < 2) return caseSensitive ? t('answers.exact') : undefined;
    return t(caseSensitive ? 'setup.minimum-exact' : 'setup.minimum', { minimum });
  };
