/** The value of unicodePwd: the password in quotes, UTF-16LE (MS-ADTS 3.1.1.3.1.5). Never normalised: NFD is another password. */
export const unicodePassword = (password: string): Buffer => Buffer.from(`"${password}"`, 'utf16le');

/**
 * Whether a text can be a password at all. Not an empty one: AD takes a name with an empty password for anonymous and
 * says yes (RFC 4513 §5.1.2). Not one with a NUL: a server written in C reads up to it, which may leave nothing. Not
 * one with half a surrogate pair: UTF-8 has no bytes for it, so what was set could never be typed.
 */
export const canBePassword = (text: string): boolean =>
  text !== '' && !text.includes('\0') && text.isWellFormed();
