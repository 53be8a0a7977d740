import { listOf, type Frame, type Problems } from '../frame.ts';
import { AppCodeField } from '../parts/app-code-field.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { proofPage } from './proof-page.tsx';

/** R3: the code that an authenticator app shows. The same for everyone, whether an app is set up or not. */
export function appCodePage(frame: Frame, view: { problem?: Problems | undefined } = {}): string {
  const t = phrases(frame.language);
  return proofPage(
    frame,
    { title: t('app-code.title'), problem: view.problem },
    <>
      <p>{t('app-code.lead')}</p>
      <PostForm frame={frame} action="/recover/authenticator-app">
        <AppCodeField frame={frame} problems={listOf(view.problem)} />
        <SubmitButton frame={frame}>{t('layout.continue')}</SubmitButton>
      </PostForm>
    </>,
  );
}
