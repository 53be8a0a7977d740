import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Reference } from '../parts/reference.tsx';
import { phrases } from '../phrase.ts';

/** N3: self-service is on hold, by this press of the button or before. */
export function onHoldPage(frame: Frame, { reference }: { reference: string }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('not-me.done') },
    <>
      <h1>{t('not-me.done')}</h1>
      <p class="big">{t('not-me.done-lead')}</p>
      <p>{t('not-me.done-next')}</p>
      <Reference frame={frame} reference={reference} />
    </>,
  );
}

/** N4: the hold is lifted, by this press of the button or before. */
export function liftedPage(frame: Frame, { reference }: { reference: string }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('lift.done') },
    <>
      <h1>{t('lift.done')}</h1>
      <p class="big">{t('lift.done-lead')}</p>
      <Reference frame={frame} reference={reference} />
    </>,
  );
}

/** N5: a link that is unknown, has expired or was overtaken: the same for all of them. */
export function worthlessLinkPage(frame: Frame): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('not-me.dead') },
    <>
      <h1>{t('not-me.dead')}</h1>
      <p class="big">{t('not-me.dead-lead')}</p>
      <p>{t('not-me.dead-next')}</p>
    </>,
  );
}
