import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { CurrentPasswordField } from '../parts/current-password-field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { NewPasswordField, type RuleView } from '../parts/new-password-field.tsx';
import { UsernameField } from '../parts/username-field.tsx';
import { phrases } from '../phrase.ts';

export interface ChangePasswordView {
  readonly username?: string | undefined;
  /** Why the person was led here. */
  readonly because?: 'must-change' | 'expired' | undefined;
  /** Idempotency key of the change. */
  readonly operation: string;
  /** When they are known: before somebody is signed in they are not. */
  readonly rules?: RuleView | undefined;
  readonly problem?: Problems | undefined;
}

/** C1: old password to new, for those who know it or must change it. */
export function changePasswordPage(frame: Frame, view: ChangePasswordView): string {
  const t = phrases(frame.language);
  const problems = listOf(view.problem);
  return layout(
    frame,
    { title: t('change.title'), problem: view.problem },
    <>
      <h1>{t('change.title')}</h1>
      {view.because && <p class="inset warn">{t(`change.${view.because}`)}</p>}
      <PostForm frame={frame} action="/password/change" operation={view.operation}>
        <UsernameField frame={frame} value={view.username} problems={problems} />
        <CurrentPasswordField frame={frame} problems={problems} />
        <NewPasswordField frame={frame} rules={view.rules} problems={problems} />
        <SubmitButton frame={frame}>{t('password.save')}</SubmitButton>
      </PostForm>
      <p>
        <Go frame={frame} to="/recover">
          {t('change.forgot')}
        </Go>
      </p>
    </>,
  );
}
