import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Reference } from '../parts/reference.tsx';
import { phrases } from '../phrase.ts';

/** Why an account cannot be changed here. Only ever shown to somebody who proved to be its owner. */
export type CannotReason =
  | 'disabled'
  | 'account-expired'
  | 'smart-card'
  | 'cannot-change-password'
  | 'not-permitted'
  | 'protected'
  | 'gone'
  | 'not-offered'
  | 'nothing-offered';

/** V1: the true reason, and whom to call. */
export function cannotPage(frame: Frame, view: { reason: CannotReason; reference: string }): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('cannot.title') },
    <>
      <h1>{t('cannot.title')}</h1>
      <p class="big">{t(`cannot.${view.reason}`)}</p>
      <p>{t('cannot.next')}</p>
      <Reference frame={frame} reference={view.reference} />
    </>,
  );
}
