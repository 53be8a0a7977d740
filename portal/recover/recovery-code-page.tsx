import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { TextField } from '../parts/field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** R3: a recovery code, from wherever its owner keeps them. The same for everyone, whether there are any or not. */
export function recoveryCodePage(frame: Frame, view: { problem?: Problems | undefined } = {}): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('saved-code.title'), problem: view.problem, step: 'prove' },
    <>
      <h1>{t('saved-code.title')}</h1>
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
      <p>
        <Go frame={frame} to="/recover/methods">
          {t('methods.another')}
        </Go>
      </p>
    </>,
  );
}
