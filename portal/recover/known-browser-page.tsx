import type { Frame, Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go, PostForm, SubmitButton } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** R3: this browser. The same for everyone, in every browser. */
export function knownBrowserPage(frame: Frame, view: { problem?: Problems | undefined } = {}): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('known-browser.title'), problem: view.problem, step: 'prove' },
    <>
      <h1>{t('known-browser.title')}</h1>
      <p>{t('known-browser.lead')}</p>
      <PostForm frame={frame} action="/recover/previous-authentication">
        <SubmitButton frame={frame}>{t('known-browser.use')}</SubmitButton>
      </PostForm>
      <p>
        <Go frame={frame} to="/recover/methods">
          {t('methods.another')}
        </Go>
      </p>
    </>,
  );
}
