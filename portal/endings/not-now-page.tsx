import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Go } from '../parts/form.tsx';
import { phrases } from '../phrase.ts';
import { Why, type Hindered } from '../recover/why.tsx';

/** An action that is offered and would not work now: why, when it will, and back to what does. */
export function notNowPage(frame: Frame, { because, until }: Hindered): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('cannot.title') },
    <>
      <h1>{t('cannot.title')}</h1>
      <Why frame={frame} because={because} until={until} />
      <p>{t('not-now.unchanged')}</p>
      <Go frame={frame} to="/recover/action" look="button">
        {t('not-now.back')}
      </Go>
    </>,
  );
}
