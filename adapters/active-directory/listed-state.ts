import type { Entry } from 'ldapts';
import type { AccountState } from '../../domain/ports/account.ts';
import { conditionOf } from './account-entry.ts';
import type { Holder } from './access/holder.ts';
import { repairRightsOf } from './access/repair-rights.ts';
import { bytes } from './entry.ts';

/** What more is read of each person in a listing that is to tell how accounts stand. */
export const STATE_ATTRIBUTES = [
  'msDS-User-Account-Control-Computed',
  'accountExpires',
  'pwdLastSet',
  'nTSecurityDescriptor',
];

/** How a listed account stands, and what the self-service accounts may do to it. */
export function stateOf(entry: Entry, holders: readonly Holder[]): AccountState {
  const {
    locked,
    accountExpired,
    smartCardRequired,
    cannotChangePassword,
    mustChangePassword,
    passwordExpired,
  } = conditionOf(entry);
  const [descriptor = Buffer.alloc(0)] = bytes(entry, 'nTSecurityDescriptor');
  return {
    locked,
    accountExpired,
    smartCardRequired,
    cannotChangePassword,
    mustChangePassword,
    passwordExpired,
    rights: repairRightsOf(descriptor, holders),
  };
}
