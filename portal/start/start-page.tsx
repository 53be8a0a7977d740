import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Rows, RowLink } from '../parts/rows.tsx';
import { phrases } from '../phrase.ts';

/** R0: the three things there are to do. */
export function startPage(frame: Frame): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('start.title') },
    <>
      <h1>{t('start.title')}</h1>
      <Rows lead>
        <RowLink
          frame={frame}
          to="/recover"
          name={frame.linkWording ?? t('start.recover')}
          hint={t('start.recover-hint')}
        />
        <RowLink frame={frame} to="/enroll" name={t('start.enroll')} hint={t('start.enroll-hint')} />
        <RowLink frame={frame} to="/password/change" name={t('start.change')} hint={t('start.change-hint')} />
      </Rows>
      <p class="soft">{t('start.first-time')}</p>
    </>,
  );
}
