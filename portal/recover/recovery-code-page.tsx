import { listOf, type Frame, type Problems } from '../frame.ts';
import { TextField } from '../parts/field.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { proofPage } from './proof-page.tsx';

/** R3: a recovery code, from wherever its owner keeps them. The same for everyone, whether there are any or not. */
export function recoveryCodePage(frame: Frame, view: { problem?: Problems | undefined } = {}): string {
  const t = phrases(frame.language);
  return proofPage(
    frame,
    { title: t('saved-code.title'), problem: view.problem },
    <>
      <p>{t('saved-code.lead')}</p>
      <PostForm frame={frame} action="/recover/recovery-code">
        <TextField
          frame={frame}
          name="code"
          label={t('saved-code.label')}
          hint={t('saved-code.hint')}
          problems={listOf(view.problem)}
          autocomplete="off"
          look="code long"
          dir="ltr"
        />
        <SubmitButton frame={frame}>{t('layout.continue')}</SubmitButton>
      </PostForm>
    </>,
  );
}
