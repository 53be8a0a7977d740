import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** X3: the flow or the visit ended by time. */
export function timedOutPage(frame: Frame): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('timed-out.title') },
    <>
      <h1>{t('timed-out.title')}</h1>
      <p>{t('timed-out.lead')}</p>
      <Go frame={frame} to="/" look="button main">
        {t('ending.again')}
      </Go>
    </>,
  );
}
