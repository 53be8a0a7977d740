import type { Frame } from '../frame.ts';
import { Note } from '../parts/note.tsx';
import type { Phrase } from '../phrase.ts';
import { Why, type Hindered } from './why.tsx';

/** How an account is, for its proven owner. Moments are epoch milliseconds. */
export interface AccountView {
  readonly locked: boolean;
  readonly lockedSince?: number | undefined;
  /** When the lock ends by itself. */
  readonly lockEndsAt?: number | undefined;
  readonly password: 'good' | 'expires-soon' | 'expired' | 'must-change';
  readonly passwordExpiresAt?: number | undefined;
  /** When the account expires, if that is soon. */
  readonly accountExpiresAt?: number | undefined;
  readonly outsideLogonHours: boolean;
}

/** The state in a sentence. */
export function stateOf(t: Phrase, { locked, password }: AccountView): string {
  switch (password) {
    case 'must-change':
      return t(locked ? 'action.must-change-locked' : 'action.must-change');
    case 'expired':
      return t(locked ? 'action.expired-locked' : 'action.expired');
    case 'good':
    case 'expires-soon':
      return t(locked ? 'action.locked' : 'action.not-locked');
  }
}

/** What else there is to know: why something is not to be had, when it will be, and what else will be in the way of signing in. */
export function AccountNotes(props: { frame: Frame; account: AccountView; hindered: readonly Hindered[] }) {
  const { frame, account, hindered } = props;
  const { lockedSince, lockEndsAt, password, passwordExpiresAt, accountExpiresAt } = account;
  return (
    <>
      {lockedSince !== undefined && <Note frame={frame} says="action.lock-since" at={lockedSince} />}
      {lockEndsAt !== undefined && <Note frame={frame} says="action.lock-ends" at={lockEndsAt} />}
      {hindered.map(({ because, until }) => (
        <Why frame={frame} because={because} until={until} />
      ))}
      {password === 'expires-soon' && passwordExpiresAt !== undefined && (
        <Note frame={frame} says="action.expires-soon" at={passwordExpiresAt} />
      )}
      {accountExpiresAt !== undefined && (
        <Note frame={frame} says="action.account-expires" at={accountExpiresAt} />
      )}
      {account.outsideLogonHours && <Note frame={frame} says="action.outside-hours" />}
    </>
  );
}
