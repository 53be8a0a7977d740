import { at, type Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { phrases } from '../phrase.ts';

/** The form that came in can't be taken: too old, not from a page of ours, or unreadable. Nothing was changed; the start is one step away. */
export function badRequestPage(frame: Frame, view: { why: 'page-expired' | 'unreadable' }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('summary.title'), problem: { code: view.why } },
    <>
      <h1>{t('summary.title')}</h1>
      <p>
        <a class="button" href={at(frame, '/')}>
          {t('layout.home')}
        </a>
      </p>
    </>,
  );
}
