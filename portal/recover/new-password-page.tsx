import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { NewPasswordField } from '../parts/new-password-field.tsx';
import type { RuleView } from '../parts/rule-list.tsx';
import { SuggestForm } from '../parts/suggest-form.tsx';
import { phrases } from '../phrase.ts';

export interface NewPasswordView {
  /** As it was typed, so that a password manager saves the pair. */
  readonly username: string;
  readonly rules: RuleView;
  /** Idempotency key of the reset. */
  readonly operation: string;
  readonly problem?: Problems | undefined;
  /** A password to take or leave. It stands on the page for all to see. */
  readonly suggestion?: string | undefined;
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
        <NewPasswordField
          frame={frame}
          rules={view.rules}
          problems={listOf(view.problem)}
          suggestion={view.suggestion}
        />
        <SubmitButton frame={frame}>{t('password.save')}</SubmitButton>
      </PostForm>
      <SuggestForm frame={frame} action="/recover/reset" />
    </>,
  );
}
