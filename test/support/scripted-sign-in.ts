import type { PasswordTrial } from '../../domain/ports/password-desk.ts';
import type { PasswordRules } from '../../domain/ports/password-rules.ts';
import { filetime } from './scripted-account.ts';
import type { ScriptedMember } from './scripted-directory.ts';

/** What a bind says, and what it does to badPwdCount and the lock, as Active Directory counts them (MS-ADTS 3.1.1.5.1.4). */
export function passwordTrial(
  member: ScriptedMember | undefined,
  password: string,
  { lockoutThreshold, lockoutWindowMs }: PasswordRules,
  now: number,
): PasswordTrial {
  if (!member || password === '') return 'wrong';
  const { account } = member;
  if (account.locked) return 'locked';
  if (password !== member.password) {
    const last = account.badPasswordAt;
    const counted = last !== undefined && now - last < lockoutWindowMs ? account.badPasswordCount : 0;
    const locked = lockoutThreshold > 0 && counted + 1 >= lockoutThreshold;
    member.account = {
      ...account,
      badPasswordCount: counted + 1,
      badPasswordAt: now,
      ...(locked && { locked, lockoutTime: filetime(now) }),
    };
    return 'wrong';
  }
  member.account = { ...account, badPasswordCount: 0 };
  if (account.disabled) return 'disabled';
  if (account.accountExpired) return 'account-expired';
  if (account.mustChangePassword) return 'must-change';
  return account.passwordExpired ? 'password-expired' : 'right';
}
