import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { BackToMethods } from '../parts/back-to-methods.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

export interface RecoveryCodesView {
  /** How many of the present set are unused; undefined where there is no set. */
  readonly left?: number | undefined;
  readonly problem?: Problems | undefined;
}

/** E5c: what recovery codes are, before they are made. */
export function recoveryCodesPage(frame: Frame, view: RecoveryCodesView = {}): string {
  const t = phrases(frame.language);
  const { left } = view;
  return layout(
    frame,
    { title: t('saved-codes.title'), problem: view.problem },
    <>
      <h1>{t('saved-codes.title')}</h1>
      <p>{t('saved-codes.lead')}</p>
      {left !== undefined && <p class="inset warn">{t('saved-codes.left', { left })}</p>}
      <PostForm frame={frame} action="/enroll/recovery-code">
        <SubmitButton frame={frame}>{t('saved-codes.make')}</SubmitButton>
      </PostForm>
      <BackToMethods frame={frame} />
    </>,
  );
}
