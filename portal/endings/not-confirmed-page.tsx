import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { Reference } from '../parts/reference.tsx';
import { phrases } from '../phrase.ts';

/** X1: the one ending for unknown, not enrolled, blocked and wrong. */
export function notConfirmedPage(frame: Frame, view: { reference: string }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('not-confirmed.title') },
    <>
      <h1>{t('not-confirmed.title')}</h1>
      <p>{t('not-confirmed.lead')}</p>
      <p>{t('not-confirmed.next')}</p>
      <Reference frame={frame} reference={view.reference} />
      <Go frame={frame} to="/recover" look="button plain">
        {t('ending.again')}
      </Go>
    </>,
  );
}
