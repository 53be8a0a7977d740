import { Attribute, Change } from 'ldapts';
import { unicodePassword } from './unicode-password.ts';

/** The modification by which a person's own password is changed: the old value goes, the new one comes (MS-ADTS 3.1.1.3.1.5). */
export const passwordChange = (from: string, to: string): Change[] => [
  change('delete', 'unicodePwd', unicodePassword(from)),
  change('add', 'unicodePwd', unicodePassword(to)),
];

/**
 * The modification of a reset. It unlocks too, for a reset by itself does not; one modify does both or neither. With `mustChange` the
 * new password opens nothing but its own change: pwdLastSet = 0 outlasts the password of the same modify (AD and Samba alike).
 */
export const passwordReset = (to: string, mustChange = false): Change[] => [
  change('replace', 'unicodePwd', unicodePassword(to)),
  ...unlocking(),
  ...(mustChange ? [change('replace', 'pwdLastSet', Buffer.from('0'))] : []),
];

/** The modification that unlocks. Windows takes no other value than 0. */
export const unlocking = (): Change[] => [change('replace', 'lockoutTime', Buffer.from('0'))];

const change = (operation: 'add' | 'delete' | 'replace', type: string, value: Buffer): Change =>
  new Change({ operation, modification: new Attribute({ type, values: [value] }) });
