import { Failure } from '../failure.ts';
import type { PasswordTrial } from '../ports/password-desk.ts';
import type { OwnChange } from '../ports/own-password-desk.ts';

/** A rotation that waits for an administrator: which account, why, and what to do. The account in use goes on serving. */
export const blocked = (account: string, why: string, next: string): Failure =>
  new Failure('rotation-blocked', `${account}: ${why}. ${next}`);

const AGAIN = 'the rotation goes on when it is tried again';

/** Why an account that should take its turn cannot sign in, and what mends it. */
const CLOSED: Readonly<Record<Exclude<PasswordTrial, 'right' | 'wrong'>, readonly [string, string]>> = {
  locked: ['it is locked out', `Unlock it in the directory and find out who tried its password; ${AGAIN}`],
  disabled: ['it is disabled', `Enable it in the directory; ${AGAIN}`],
  'account-expired': ['it has expired', `Clear its expiry date in the directory; ${AGAIN}`],
  'must-change': [
    'its password must be changed at the next logon',
    `Clear "User must change password at next logon" and set "Password never expires"; ${AGAIN}`,
  ],
  'password-expired': [
    'its password has expired',
    `Set "Password never expires", as Latchkey rotates it; ${AGAIN}`,
  ],
  'not-now': ['its logon hours or workstations keep it out', `Lift that restriction; ${AGAIN}`],
};

/** The Failure of an account that cannot sign in. */
export function blockedByAccount(account: string, secretId: string, trial: PasswordTrial): Failure {
  if (trial === 'right' || trial === 'wrong') return blocked(account, ...unknownPassword(secretId));
  return blocked(account, ...CLOSED[trial]);
}

/** The Failure of a change that the directory refused. */
export function blockedByRefusal(account: string, change: Extract<OwnChange, { kind: 'refused' }>): Failure {
  if (change.reason === 'policy') return blocked(account, ...refusedByRules(change.mayChangeAt));
  if (change.reason === 'locked') return blocked(account, ...CLOSED.locked);
  if (change.reason === 'gone')
    return blocked(account, 'it is not there any more', 'Name another alternate account in the secret');
  return blocked(
    account,
    'the directory does not let it change its own password',
    `Clear "User cannot change password", and let SELF have Change Password on it; ${AGAIN}`,
  );
}

const unknownPassword = (secretId: string): readonly [string, string] => [
  'none of the passwords it may have opens it, so somebody else has changed it',
  `Reset its password in the directory, put a new version into the secret ${secretId} with that as the alternate's password and all else as it is, and rotate again`,
];

const refusedByRules = (mayChangeAt: number | undefined): readonly [string, string] =>
  mayChangeAt === undefined
    ? [
        "the domain's password rules refused a new password of 53 random characters",
        'Look at the password filters on the domain controllers, and whether a rule limits the length; then rotate again',
      ]
    : [
        `the domain's minimum password age does not let it be changed before ${new Date(mayChangeAt).toISOString()}`,
        `Wait until then; ${AGAIN}. Rotations must be further apart than the minimum age`,
      ];
