import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** The form that came in can't be taken: too old, not from a page of ours, or unreadable. Nothing was changed; the start is one step away. */
export function badRequestPage(frame: Frame, view: { why: 'page-expired' | 'unreadable' }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('bad-request.title') },
    <>
      <h1>{t('bad-request.title')}</h1>
      <p>{t(`problem.${view.why}`)}</p>
      <Go frame={frame} to="/" look="button main">
        {t('layout.home')}
      </Go>
    </>,
  );
}
