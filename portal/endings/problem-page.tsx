import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Reference } from '../parts/reference.tsx';
import { phrases } from '../phrase.ts';

/** X4: something broke. Says whether anything was changed, and nothing about what broke. */
export function problemPage(frame: Frame, view: { changed: 'no' | 'unknown'; reference: string }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('trouble.title') },
    <>
      <h1>{t('trouble.title')}</h1>
      <p class="big">{t(`trouble.${view.changed}`)}</p>
      <p>{t('trouble.next')}</p>
      <Reference frame={frame} reference={view.reference} />
    </>,
  );
}
