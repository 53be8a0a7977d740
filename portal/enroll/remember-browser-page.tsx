import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { BackToMethods } from '../parts/back-to-methods.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

export interface RememberBrowserView {
  /** How long it is remembered. */
  readonly days: number;
  readonly problem?: Problems | undefined;
}

/** This browser, to be known again. Said plainly: not on a machine that others use. */
export function rememberBrowserPage(frame: Frame, view: RememberBrowserView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('browser.title'), problem: view.problem },
    <>
      <h1>{t('browser.title')}</h1>
      <p>{t('browser.lead', { days: view.days })}</p>
      <p class="inset warn">{t('browser.shared')}</p>
      <PostForm frame={frame} action="/enroll/previous-authentication">
        <SubmitButton frame={frame}>{t('browser.remember')}</SubmitButton>
      </PostForm>
      <BackToMethods frame={frame} />
    </>,
  );
}
