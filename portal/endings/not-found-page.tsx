import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';

/** There is no such page. */
export function notFoundPage(frame: Frame): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('not-found.title') },
    <>
      <h1>{t('not-found.title')}</h1>
      <p>{t('not-found.lead')}</p>
      <Go frame={frame} to="/" look="button main">
        {t('layout.home')}
      </Go>
    </>,
  );
}
