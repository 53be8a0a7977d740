import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { NewPasswordField, type RuleView } from '../parts/new-password-field.tsx';
import { phrases } from '../phrase.ts';

export interface NewPasswordView {
  /** As it was typed, so that a password manager saves the pair. */
  readonly username: string;
  readonly rules: RuleView;
  /** Idempotency key of the reset. */
  readonly operation: string;
  readonly problem?: Problems | undefined;
  readonly action?: '/recover/reset' | undefined;
}

/** R5: the new password, once. Nothing of the person's name stands here; the server checks that. */
export function newPasswordPage(frame: Frame, view: NewPasswordView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('password.title'), problem: view.problem, step: 'act' },
    <>
      <h1>{t('password.title')}</h1>
      <PostForm frame={frame} action={view.action ?? '/recover/reset'} operation={view.operation}>
        <input name="username" autocomplete="username" value={view.username} readonly hidden tabindex={-1} />
        <NewPasswordField frame={frame} rules={view.rules} problems={listOf(view.problem)} />
        <SubmitButton frame={frame}>{t('password.save')}</SubmitButton>
      </PostForm>
    </>,
  );
}
