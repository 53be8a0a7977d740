import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

export interface SendPasswordView {
  /** By what ways it would go; not one that its reader proved themselves by. */
  readonly by: 'email' | 'sms' | 'both';
  /** Idempotency key of the reset. */
  readonly operation: string;
  readonly problem?: Problems | undefined;
}

/** R5 where people do not set a password but are sent one: what will happen, and one button. */
export function sendPasswordPage(frame: Frame, { by, operation, problem }: SendPasswordView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('send-password.title'), problem, step: 'act' },
    <>
      <h1>{t('send-password.title')}</h1>
      <p class="big">{t('send-password.what')}</p>
      <p>{t(`send-password.by-${by}`)}</p>
      <p>{t('send-password.at-once')}</p>
      <PostForm frame={frame} action="/recover/reset" operation={operation}>
        <SubmitButton frame={frame}>{t('send-password.button')}</SubmitButton>
      </PostForm>
    </>,
  );
}
