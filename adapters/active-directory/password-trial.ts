import type { PasswordTrial } from '../../domain/ports/password-desk.ts';
import type { DirectoryError } from './directory-error.ts';

/**
 * The `data` codes of a refused bind. 530 to 533, 701 and 773 are only told to those who had the password right;
 * 775 is told to everybody. 525 (no such user) and 52f are taken for `wrong`.
 */
const BY_DATA: Readonly<Record<string, PasswordTrial>> = {
  '530': 'not-now',
  '531': 'not-now',
  '532': 'password-expired',
  '533': 'disabled',
  '701': 'account-expired',
  '773': 'must-change',
  '775': 'locked',
};

/** What a refused bind (LDAP result 49) says of the password. What is not known to prove it right is `wrong`. */
export const passwordTrial = (refusal: DirectoryError): PasswordTrial =>
  BY_DATA[refusal.bindData ?? ''] ?? 'wrong';
