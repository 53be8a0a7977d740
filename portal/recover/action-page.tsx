import type { Frame } from '../frame.ts';
import { layout } from '../layout.tsx';
import { RowButton, RowLink, Rows } from '../parts/rows.tsx';
import { phrases } from '../phrase.ts';
import { AccountNotes, stateOf, type AccountView } from './account-notes.tsx';
import type { Hindered } from './why.tsx';

/** Whether an action may be asked for now, needs more proof first, would not work now, or is not there at all. */
export type Choice = 'allowed' | 'missing' | 'not-offered' | Hindered;

export interface ActionView {
  readonly account: AccountView;
  readonly unlock: Choice;
  readonly reset: Choice;
  /** Idempotency key of the unlock. */
  readonly operation: string;
}

/** R4: what do you want to do? Only what helps is offered, and what is not is explained. */
export function actionPage(frame: Frame, view: ActionView): string {
  const t = phrases(frame.language);
  const { account, reset } = view;
  const unlock: Choice = account.locked ? view.unlock : 'not-offered';
  return layout(
    frame,
    { title: t('action.title'), step: 'act' },
    <>
      <h1>{t('action.title')}</h1>
      <p class="big">{stateOf(t, account)}</p>
      <AccountNotes frame={frame} account={account} hindered={[unlock, reset].filter(isHindered)} />
      {!isGood(account) && !isNotToBeHad(reset) && <p>{t('action.need-new')}</p>}
      {isNotToBeHad(unlock) && isNotToBeHad(reset) && <p>{t('action.nothing')}</p>}
      <Rows>
        <UnlockRow frame={frame} choice={unlock} account={account} operation={view.operation} />
        <ResetRow frame={frame} choice={reset} account={account} />
      </Rows>
    </>,
  );
}

const isGood = ({ password }: AccountView): boolean => password === 'good' || password === 'expires-soon';

const isHindered = (choice: Choice): choice is Hindered => typeof choice === 'object';
const isNotToBeHad = (choice: Choice): boolean => choice === 'not-offered' || isHindered(choice);

interface RowView {
  readonly frame: Frame;
  readonly choice: Choice;
  readonly account: AccountView;
}

function UnlockRow({ frame, choice, account, operation }: RowView & { operation: string }) {
  const t = phrases(frame.language);
  const name = t('action.unlock');
  if (isNotToBeHad(choice)) return null;
  if (choice === 'missing')
    return <RowLink frame={frame} to="/recover/methods" name={name} hint={t('action.prove-more')} />;
  return (
    <RowButton
      frame={frame}
      action="/recover/unlock"
      operation={operation}
      name={name}
      hint={t(isGood(account) ? 'action.unlock-hint' : 'action.unlock-hint-expired')}
      wait={t('layout.wait')}
    />
  );
}

function ResetRow({ frame, choice, account }: RowView) {
  const t = phrases(frame.language);
  const name = t('action.reset');
  if (isNotToBeHad(choice)) return null;
  if (choice === 'missing')
    return <RowLink frame={frame} to="/recover/methods" name={name} hint={t('action.prove-more')} />;
  const hint = t(account.locked ? 'action.reset-hint-locked' : 'action.reset-hint');
  return <RowLink frame={frame} to="/recover/reset" name={name} hint={hint} />;
}
