import { describe, expect, it } from 'vitest';
import { directoryAnswer } from '../../../adapters/active-directory/directory-answer.ts';
import { readDirectoryError } from '../../../adapters/active-directory/directory-error.ts';
import { passwordTrial } from '../../../adapters/active-directory/password-trial.ts';

/** Texts as Windows and Samba send them, with what ldapts adds. */
const bindText = (data: string, end = 'v1db1'): string =>
  `80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data ${data}, ${end} Code: 0x31`;

const trialOf = (message: string) => passwordTrial(readDirectoryError({ code: 49, message }));
const answerTo = (code: number, message: string) =>
  directoryAnswer({ kind: 'refused', error: readDirectoryError({ code, message }) }, 'ldaps://dc');

describe('a refused bind', () => {
  it.each([
    ['52e', 'wrong'],
    ['525', 'wrong'],
    ['52f', 'wrong'],
    ['51f', 'wrong'],
    ['530', 'not-now'],
    ['531', 'not-now'],
    ['532', 'password-expired'],
    ['533', 'disabled'],
    ['701', 'account-expired'],
    ['773', 'must-change'],
    ['775', 'locked'],
  ])('with data %s means %s, from Samba and from Windows', (data, verdict) => {
    expect(trialOf(bindText(data))).toBe(verdict);
    expect(trialOf(bindText(data, 'v4563\0'))).toBe(verdict);
  });

  it.each(['', 'Invalid Credentials', bindText('1775'), bindText('7')])(
    'with anything else is wrong: what does not prove a password right must not pass for right (%s)',
    (message) => {
      expect(trialOf(message)).toBe('wrong');
    },
  );
});

describe('a refused change', () => {
  it.each([
    [53, '0000052D: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0\n\0', 'policy'],
    [
      19,
      '0000052D: Constraint violation - check_password_restrictions: the password is too short.',
      'policy',
    ],
    [19, '0000052D: AtrErr: DSID-03191083, #1:\n\t0: 0000052D: DSID-03191083, problem 1005', 'policy'],
    [
      19,
      '00000056: AtrErr: DSID-03191083, #1:\n\t0: 00000056: DSID-03191083, problem 1005',
      'wrong-password',
    ],
    [19, '00000056: Constraint violation - check_password_restrictions: The old password', 'wrong-password'],
    [19, '00000775: Password change not permitted, account locked out!', 'locked'],
    [19, 'error in module acl: Constraint violation during LDB_MODIFY (19)', 'not-permitted'],
    [50, '00000005: SecErr: DSID-031A1190, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0\n\0', 'not-permitted'],
    [50, '00002098: Object CN=A,DC=x has no write property access', 'not-permitted'],
    [50, 'error in module acl: insufficient access rights during LDB_MODIFY (50)', 'not-permitted'],
    [32, '0000208D: NameErr: DSID-03100241, problem 2001 (NO_OBJECT), data 0', 'gone'],
    [32, '00002030: No such Base DN: CN=A,DC=x', 'gone'],
    [32, '', 'gone'],
  ])('with result %i and “%s” is refused: %s', (code, text, reason) => {
    expect(answerTo(code, `${text} Code: 0x${code.toString(16)}`)).toEqual({ kind: 'refused', reason });
  });

  it.each([
    [53, '0000001F: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0\n\0'],
    [12, ''],
    [19, '00000057: AtrErr: something else'],
    [80, '00000057: setup_last_set_field: pwdLastSet must be 0 or -1 only!'],
  ])('with result %i and “%s” is nobody’s refusal but a failure', (code, text) => {
    expect(() => answerTo(code, text)).toThrow(
      `ldaps://dc refused a change unexpectedly: LDAP result ${code}`,
    );
  });

  it('is unknown when its answer was lost', () => {
    expect(directoryAnswer({ kind: 'lost' }, 'ldaps://dc')).toEqual({ kind: 'unknown' });
  });
});

it('makes one line of an error’s text, without control characters or what the client added', () => {
  expect(readDirectoryError({ code: 53, message: '0000052D: SvcErr:\n\tproblem\0 Code: 0x35' })).toEqual({
    code: 53,
    win32: '0000052D',
    text: '0000052D: SvcErr: problem',
  });
});
