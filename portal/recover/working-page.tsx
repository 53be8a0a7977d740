import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** R6: the directory takes its time. The route refreshes it by header; the link is for whoever does not want to wait. */
export function workingPage(frame: Frame, view: { refresh: string }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('working.title'), step: 'act' },
    <>
      <h1>{t('working.title')}</h1>
      <p>{t('working.lead')}</p>
      <Go frame={frame} to={view.refresh} look="button main">
        {t('working.check')}
      </Go>
    </>,
  );
}
