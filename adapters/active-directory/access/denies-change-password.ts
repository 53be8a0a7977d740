import { ACCESS, FLAG } from './access-entry.ts';
import { CHANGE_PASSWORD } from './rights.ts';
import { securityDescriptorOf } from './security-descriptor.ts';

/** SELF and Everyone: the two that "User cannot change password" denies. */
const DENIED_TO = new Set(['S-1-5-10', 'S-1-1-0']);

/**
 * Whether a security descriptor denies Change Password to SELF or Everyone. A missing allow is not a deny. Bytes that are no
 * descriptor deny nothing; it never throws.
 */
export const deniesChangePassword = (descriptor: Buffer): boolean =>
  securityDescriptorOf(descriptor).entries.some(
    ({ allow, flags, mask, object, sid }) =>
      !allow &&
      (flags & FLAG.inheritOnly) === 0 &&
      (mask & ACCESS.control) !== 0 &&
      // Without an object the entry speaks of every extended right, Change Password included.
      (object === undefined || object === CHANGE_PASSWORD) &&
      DENIED_TO.has(sid),
  );
