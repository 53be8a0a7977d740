import type { SpokenText } from '../../domain/questionnaire/question.ts';
import type { RemovableMethod } from '../../domain/verification/method.ts';
import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { BackToMethods } from '../parts/back-to-methods.tsx';
import { CurrentPasswordField } from '../parts/current-password-field.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** E9: take a method away, with the current password. */
export function removeMethodPage(
  frame: Frame,
  view: {
    method: RemovableMethod;
    /** Where the administrators gave it a name of their own. */
    name?: SpokenText | undefined;
    problem?: Problems | undefined;
  },
): string {
  const t = phrases(frame.language);
  const title = view.name ? t('remove.own', { name: view.name.text }) : t(`remove.${view.method}`);
  return layout(
    frame,
    { title, problem: view.problem },
    <>
      <h1>{title}</h1>
      <p>{t('remove.lead')}</p>
      <PostForm frame={frame} action={`/enroll/${view.method}/remove`}>
        <CurrentPasswordField frame={frame} problems={listOf(view.problem)} />
        <SubmitButton frame={frame} look="danger">
          {t('remove.do')}
        </SubmitButton>
      </PostForm>
      <BackToMethods frame={frame} />
    </>,
  );
}
