import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { Note } from '../parts/note.tsx';
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
  | 'no-way-for-password'
  | 'not-offered'
  | 'nothing-offered'
  | 'self-service-frozen';

export interface CannotView {
  readonly reason: CannotReason;
  readonly reference: string;
  /** When the account expired, in epoch milliseconds. */
  readonly since?: number | undefined;
}

/** V1: the true reason, and whom to call. */
export function cannotPage(frame: Frame, { reason, reference, since }: CannotView): string {
  const t = phrases(frame.language);
  return layout(
    frame,
    { title: t('cannot.title') },
    <>
      <h1>{t('cannot.title')}</h1>
      <p class="big">{t(`cannot.${reason}`)}</p>
      {since !== undefined && <Note frame={frame} says="cannot.since" at={since} />}
      <p>{t('cannot.next')}</p>
      <Reference frame={frame} reference={reference} />
    </>,
  );
}
