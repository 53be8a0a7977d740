import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { AnswerField, type AskedQuestion } from '../recover/answers-page.tsx';

export interface AnswersSetupView {
  readonly questions: readonly (AskedQuestion & { readonly minimumLength: number })[];
  /** Whether answers are hidden while typed; they are, unless it says no. */
  readonly masked?: boolean | undefined;
  readonly problem?: Problems | undefined;
}

/** E2: answers to all questions, with what makes an answer good. What was typed never comes back. */
export function answersSetupPage(frame: Frame, view: AnswersSetupView): string {
  const t = phrases(frame.language);
  const problems = listOf(view.problem);
  return layout(
    frame,
    { title: t('setup.title'), problem: view.problem },
    <>
      <h1>{t('setup.title')}</h1>
      <p>{t('setup.lead')}</p>
      <ul class="advice">
        <li>{t('setup.lasting')}</li>
        <li>{t('setup.private')}</li>
        <li>{t('setup.different')}</li>
        <li>{t('setup.kept')}</li>
      </ul>
      <PostForm frame={frame} action="/enroll/security-answers">
        {view.questions.map((question) => (
          <AnswerField
            frame={frame}
            question={question}
            hint={t('setup.minimum', { minimum: question.minimumLength })}
            masked={view.masked ?? true}
            problems={problems}
          />
        ))}
        <SubmitButton frame={frame}>{t('setup.save')}</SubmitButton>
      </PostForm>
      <p>
        <Go frame={frame} to="/enroll/methods">
          {t('enroll.back')}
        </Go>
      </p>
    </>,
  );
}
