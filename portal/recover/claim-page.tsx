import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { UsernameField } from '../parts/username-field.tsx';
import { phrases } from '../phrase.ts';

/** R1: who are you? The same for every name, real or not. */
export function claimPage(
  frame: Frame,
  view: { username?: string | undefined; problem?: Problems | undefined } = {},
): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('claim.title'), problem: view.problem, step: 'name' },
    <>
      <h1>{t('claim.title')}</h1>
      <p>{t('claim.lead')}</p>
      <PostForm frame={frame} action="/recover">
        <UsernameField frame={frame} value={view.username} problems={listOf(view.problem)} />
        <SubmitButton frame={frame}>{t('layout.continue')}</SubmitButton>
      </PostForm>
    </>,
  );
}
