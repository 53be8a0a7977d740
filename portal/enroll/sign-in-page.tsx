import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { SecretField } from '../parts/field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { UsernameField } from '../parts/username-field.tsx';
import { phrases } from '../phrase.ts';

/** E0: sign in with the password of the domain. */
export function signInPage(
  frame: Frame,
  view: { username?: string | undefined; problem?: Problems | undefined } = {},
): string {
  const t = phrases(frame.language);
  const problems = listOf(view.problem);
  return layout(
    frame,
    { title: t('sign-in.title'), problem: view.problem },
    <>
      <h1>{t('sign-in.title')}</h1>
      <p>{t('sign-in.lead')}</p>
      <PostForm frame={frame} action="/enroll/sign-in">
        <UsernameField frame={frame} value={view.username} problems={problems} />
        <SecretField
          frame={frame}
          name="password"
          label={t('sign-in.password')}
          problems={problems}
          autocomplete="current-password"
        />
        <SubmitButton frame={frame}>{t('sign-in.title')}</SubmitButton>
      </PostForm>
      <p>
        <Go frame={frame} to="/recover">
          {t('sign-in.forgot')}
        </Go>
      </p>
    </>,
  );
}
