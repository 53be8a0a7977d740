import type { Frame, Problems } from '../frame.ts';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { proofPage } from './proof-page.tsx';

/** R3: this browser. The same for everyone, in every browser. */
export function knownBrowserPage(frame: Frame, view: { problem?: Problems | undefined } = {}): string {
  const t = phrases(frame.language);
  return proofPage(
    frame,
    { title: t('known-browser.title'), problem: view.problem },
    <>
      <p>{t('known-browser.lead')}</p>
      <PostForm frame={frame} action="/recover/previous-authentication">
        <SubmitButton frame={frame}>{t('known-browser.use')}</SubmitButton>
      </PostForm>
    </>,
  );
}
