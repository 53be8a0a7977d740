import { toldObstacle } from '../../domain/recovery/account-condition.ts';
import type { ToldAccount } from '../../domain/recovery/told-account.ts';
import type { AccountView } from '../../portal/recover/account-notes.tsx';

const moment = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();

/** An account as JSON clients see it, its owner being proven. What is undefined is left out of JSON. */
export function accountJson(account: ToldAccount | 'gone'): object {
  if (account === 'gone') return { obstacle: 'gone' };
  const { username, lock, password, obstacle } = account;
  const { source, readable, ...rules } = password.rules;
  return {
    username,
    locked: lock !== undefined,
    lockedSince: moment(lock?.since),
    lockEndsAt: moment(lock?.endsAt),
    password: {
      state: password.state,
      expiresAt: moment(password.expiresAt),
      changeableFrom: moment(password.changeableFrom),
      // What a password settings object is called is the administrators' business.
      rules: { from: source === 'domain' ? 'domain' : 'fine-grained', certain: readable, ...rules },
    },
    expiresAt: moment(account.expiresAt),
    outsideLogonHours: account.outsideLogonHours,
    obstacle: obstacle && toldObstacle(obstacle),
  };
}

/** The same for the page. */
export const accountView = ({ lock, password, ...account }: ToldAccount): AccountView => ({
  locked: lock !== undefined,
  lockedSince: lock?.since,
  lockEndsAt: lock?.endsAt,
  password: password.state,
  passwordExpiresAt: password.expiresAt,
  accountExpiresAt: account.expiresAt,
  outsideLogonHours: account.outsideLogonHours,
});
