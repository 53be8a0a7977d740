import type { ResultCodeError } from 'ldapts';

/** An LDAP error as AD words it, taken apart. */
export interface DirectoryError {
  /** LDAP result code (RFC 4511 §4.1.9). */
  readonly code: number;
  /** The Win32 error that heads the text, eight upper-case hex digits; some of Samba's texts have none. */
  readonly win32?: string;
  /** The `data` of a refused bind (result 49), lower-case hex. */
  readonly bindData?: string;
  /** The server's text, fit for a log: one line, no control characters. */
  readonly text: string;
}

/**
 * Reads the errors of Windows (`0000052D: SvcErr: DSID-…`, ending in a NUL) and of Samba (`0000052D: Constraint
 * violation - …`). Decide by `win32` first: the result code for the same refusal is 53 there and 19 here.
 */
export function readDirectoryError(error: Pick<ResultCodeError, 'code' | 'message'>): DirectoryError {
  const text = error.message
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/ ?Code: 0x[0-9a-f]+$/i, '')
    .trim();
  const win32 = /^([0-9a-f]{8}):/i.exec(text)?.[1]?.toUpperCase();
  const bindData = error.code === 49 ? /\bdata ([0-9a-f]{1,8})\b/i.exec(text)?.[1]?.toLowerCase() : undefined;
  return { code: error.code, ...(win32 && { win32 }), ...(bindData && { bindData }), text };
}

/** The error in one line, for a Failure's message. */
export const describe = (error: DirectoryError): string =>
  `LDAP result ${error.code}: ${error.text || 'no text'}`;
