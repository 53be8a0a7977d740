import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { Reference } from '../parts/reference.tsx';
import { phrases } from '../phrase.ts';

/** Another change of the same account is not finished: nothing was changed or spent; `again` is where to try again. */
export function anotherChangePage(frame: Frame, view: { again: string; reference: string }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('another-change.title') },
    <>
      <h1>{t('another-change.title')}</h1>
      <p class="big">{t('another-change.lead')}</p>
      <p>{t('another-change.next')}</p>
      <Go frame={frame} to={view.again} look="button">
        {t('another-change.again')}
      </Go>
      <Reference frame={frame} reference={view.reference} />
    </>,
  );
}
