/**
 * What Windows says at its sign-in screen, by the `data` code a domain controller refuses a bind with (MS-ERREF: the codes
 * are Win32 error numbers in hexadecimal).
 */
export const WINDOWS_WORDS: Readonly<Record<string, string>> = {
  '525': 'The user name or password is incorrect. Try again.',
  '52e': 'The user name or password is incorrect. Try again.',
  '52f': 'You must use Windows Hello or a smart card to sign in.',
  '530': 'Your account has time restrictions that prevent you from signing in right now.',
  '531': 'You are not allowed to sign in on this computer.',
  '532': 'Your password has expired and must be changed.',
  '533': 'Your account has been disabled. Please see your system administrator.',
  '701': 'Your account has expired. Please see your system administrator.',
  '773': 'Your password must be changed before signing in.',
  '775': 'The referenced account is currently locked out and may not be logged on to.',
};
