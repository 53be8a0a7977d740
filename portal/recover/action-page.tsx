import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { RowButton, RowLink, Rows } from '../parts/rows.tsx';
import { phrases, type Phrase } from '../phrase.ts';

/** Whether an action may be asked for now, needs more proof first, or is not there at all. */
export type Choice = 'allowed' | 'missing' | 'not-offered';

export interface ActionView {
  readonly locked: boolean;
  readonly passwordExpired: boolean;
  readonly unlock: Choice;
  readonly reset: Choice;
  /** Idempotency key of the unlock. */
  readonly operation: string;
}

/** R4: what do you want to do? Only what helps is offered, and what is not is explained. */
export function actionPage(frame: Frame, view: ActionView): string {
  const t = phrases(frame.language);
  const unlock: Choice = view.locked && !view.passwordExpired ? view.unlock : 'not-offered';
  const nothing = unlock === 'not-offered' && view.reset === 'not-offered';
  return layout(
    frame,
    { title: t('action.title'), step: 'act' },
    <>
      <h1>{t('action.title')}</h1>
      <p class="big">{stateOf(t, view)}</p>
      {nothing && <p>{t('action.nothing')}</p>}
      <Rows>
        <UnlockRow frame={frame} choice={unlock} operation={view.operation} />
        <ResetRow frame={frame} choice={view.reset} locked={view.locked} />
      </Rows>
    </>,
  );
}

function stateOf(t: Phrase, { locked, passwordExpired }: ActionView): string {
  if (passwordExpired) return t(locked ? 'action.expired-locked' : 'action.expired');
  return t(locked ? 'action.locked' : 'action.not-locked');
}

function UnlockRow({ frame, choice, operation }: { frame: Frame; choice: Choice; operation: string }) {
  const t = phrases(frame.language);
  const name = t('action.unlock');
  switch (choice) {
    case 'allowed':
      return (
        <RowButton
          frame={frame}
          action="/recover/unlock"
          operation={operation}
          name={name}
          hint={t('action.unlock-hint')}
          wait={t('layout.wait')}
        />
      );
    case 'missing':
      return <RowLink frame={frame} to="/recover/methods" name={name} hint={t('action.prove-more')} />;
    case 'not-offered':
      return null;
  }
}

function ResetRow({ frame, choice, locked }: { frame: Frame; choice: Choice; locked: boolean }) {
  const t = phrases(frame.language);
  const name = t('action.reset');
  switch (choice) {
    case 'allowed':
      return (
        <RowLink
          frame={frame}
          to="/recover/reset"
          name={name}
          hint={t(locked ? 'action.reset-hint-locked' : 'action.reset-hint')}
        />
      );
    case 'missing':
      return <RowLink frame={frame} to="/recover/methods" name={name} hint={t('action.prove-more')} />;
    case 'not-offered':
      return null;
  }
}
