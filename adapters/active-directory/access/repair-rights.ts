import type { RepairRights } from '../../../domain/ports/account.ts';
import { ACCESS } from './access-entry.ts';
import { isAllowed, type WantedRight } from './effective.ts';
import type { Holder } from './holder.ts';
import { ACCOUNT_RESTRICTIONS, LOCKOUT_TIME, PWD_LAST_SET, RESET_PASSWORD } from './rights.ts';
import { type SecurityDescriptor, securityDescriptorOf } from './security-descriptor.ts';

/** The rights that repairing takes. */
export const REPAIR = {
  resetPassword: { bit: ACCESS.control, objects: [RESET_PASSWORD] },
  unlock: { bit: ACCESS.write, objects: [LOCKOUT_TIME] },
  mustChange: { bit: ACCESS.write, objects: [PWD_LAST_SET, ACCOUNT_RESTRICTIONS] },
} as const satisfies Readonly<Record<string, WantedRight>>;

/** Whether a holder has a right on the object of that descriptor. */
export const holds = (
  { entries, open }: Pick<SecurityDescriptor, 'entries' | 'open'>,
  { sids }: Pick<Holder, 'sids'>,
  right: WantedRight,
): boolean => open || isAllowed(entries, sids, right);

/** What all of the self-service accounts may do to the account of that descriptor: they take turns. Nothing, when there are none. */
export function repairRightsOf(descriptor: Buffer, holders: readonly Holder[]): RepairRights {
  const read = securityDescriptorOf(descriptor);
  const all = (right: WantedRight): boolean =>
    holders.length > 0 && holders.every((holder) => holds(read, holder, right));
  return { resetPassword: all(REPAIR.resetPassword), unlock: all(REPAIR.unlock) };
}
