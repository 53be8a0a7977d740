import { Attribute, Change } from 'ldapts';

/** One attribute with one value in place of what it had. */
export const replacing = (type: string, value: string | Buffer): Change =>
  new Change({
    operation: 'replace',
    modification: new Attribute({ type, values: [Buffer.isBuffer(value) ? value : Buffer.from(value)] }),
  });

/** A new password, as Active Directory takes it (MS-ADTS 3.1.1.3.1.5.1). */
export const replacingPassword = (password: string): Change =>
  replacing('unicodePwd', Buffer.from(`"${password}"`, 'utf16le'));
