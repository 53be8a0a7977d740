import { listOf, type Frame, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { CurrentPasswordField } from '../parts/current-password-field.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { NewPasswordField } from '../parts/new-password-field.tsx';
import { Note } from '../parts/note.tsx';
import type { RuleView } from '../parts/rule-list.tsx';
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
  /** When it may be changed again (epoch milliseconds), where it is too soon. */
  readonly changeableFrom?: number | undefined;
  /** A password to take or leave, for who has proven the present one. It stands on the page for all to see. */
  readonly suggestion?: string | undefined;
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
      {view.changeableFrom !== undefined && (
        <Note frame={frame} says="change.again" at={view.changeableFrom} />
      )}
      {view.suggestion !== undefined && <p>{t('change.suggested')}</p>}
      <PostForm frame={frame} action="/password/change" operation={view.operation}>
        <UsernameField frame={frame} value={view.username} problems={problems} />
        <CurrentPasswordField frame={frame} problems={problems} />
        <NewPasswordField frame={frame} rules={view.rules} problems={problems} suggestion={view.suggestion} />
        <SubmitButton frame={frame}>{t('password.save')}</SubmitButton>
        <SubmitButton frame={frame} look="plain" name="suggest" value="yes">
          {t('password.suggest')}
        </SubmitButton>
      </PostForm>
      <p>
        <Go frame={frame} to="/recover">
          {t('change.forgot')}
        </Go>
      </p>
    </>,
  );
}
