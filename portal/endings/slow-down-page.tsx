import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { phrases } from '../phrase.ts';

/** X2: too many tries. `minutes` until it is worth trying again. */
export function slowDownPage(frame: Frame, view: { minutes: number }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('slow.title') },
    <>
      <h1>{t('slow.title')}</h1>
      <p class="big">{t('slow.lead', { minutes: view.minutes })}</p>
      <p>{t('slow.next')}</p>
    </>,
  );
}
