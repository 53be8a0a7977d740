import type { Result } from './response.ts';

/** Results with the texts Windows sends: a hexadecimal Win32 error first, a NUL last (AD-specific, MS-ADTS 3.1.1.3.1.9). */
const VERSION = 'v4563';

/** Bind refused; `data` is the Win32 error a client tells the reasons apart by. */
export const bindRefused = (
  data: '525' | '52e' | '52f' | '530' | '532' | '533' | '701' | '773' | '775',
): Result => ({
  code: 49,
  text: `80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data ${data}, ${VERSION}\0`,
});

export const BIND_FIRST: Result = {
  code: 1,
  text: `000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, ${VERSION}\0`,
};

export const noSuchObject = (bestMatch: string): Result => ({
  code: 32,
  text: `0000208D: NameErr: DSID-03100245, problem 2001 (NO_OBJECT), data 0, best match of:\n\t'${bestMatch}'\n\0`,
  matchedDn: bestMatch,
});

export const badName = (name: string): Result => ({
  code: 34,
  text: `0000208F: NameErr: DSID-03100225, problem 2006 (BAD_NAME), data 8350, best match of:\n\t'${name}'\n\0`,
});

/** Another domain's business: the client is sent away (RFC 4511 §4.1.10). */
export const referral = (host: string, dn: string): Result => ({
  code: 10,
  text: `0000202B: RefErr: DSID-0310084A, data 0, 1 access points\n\tref 1: '${host}'\n\0`,
  referrals: [`ldap://${host}/${encodeURI(dn)}`],
});

export const UNKNOWN_CRITICAL_CONTROL: Result = {
  code: 12,
  text: `00000057: LdapErr: DSID-0C090A53, comment: Error processing control, data 0, ${VERSION}\0`,
};

export const SIZE_LIMIT: Result = { code: 4, text: '' };
export const TIME_LIMIT: Result = { code: 3, text: '' };
export const PROTOCOL_ERROR: Result = {
  code: 2,
  text: `0000203D: LdapErr: DSID-0C090E6F, comment: Unknown extended request OID, data 0, ${VERSION}\0`,
};
export const SASL_NOT_OFFERED: Result = {
  code: 7,
  text: `00002027: LdapErr: DSID-0C0905F9, comment: Authentication method not supported, data 0, ${VERSION}\0`,
};

/** The change is not allowed: `00000005` for passwords, `00002098` for attributes. */
export const noRights = (win32: '00000005' | '00002098'): Result => ({
  code: 50,
  text: `${win32}: SecErr: DSID-031A11D5, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0\n\0`,
});

/** A value outside what the schema allows an attribute. */
export const CONSTRAINT: Result = {
  code: 19,
  text: '00002082: AtrErr: DSID-03151E3B, #1:\n\t0: 00002082: DSID-03151E3B, problem 1005 (CONSTRAINT_ATT_TYPE), data 0\n\0',
};

/** Unwilling: `0000052D` password policy, `0000001F` not a quoted UTF-16 password, `00000057` a value out of range. */
export const unwilling = (win32: '0000052D' | '0000001F' | '00000057' | '00002077' | '00002035'): Result => ({
  code: 53,
  text: `${win32}: SvcErr: DSID-031A12D2, problem 5003 (WILL_NOT_PERFORM), data 0\n\0`,
});

/** A change (old and new) refused: `00000056` wrong old password, `0000052D` policy, `00000775` locked. */
export const changeRefused = (win32: '00000056' | '0000052D' | '00000775'): Result => ({
  code: 19,
  text: `${win32}: AtrErr: DSID-03191083, #1:\n\t0: ${win32}: DSID-03191083, problem 1005 (CONSTRAINT_ATT_TYPE), data 0, Att 9005a (unicodePwd)\n\0`,
});

/** tokenGroups asked for in anything but a base search. */
export const BASE_SCOPE_ONLY: Result = {
  code: 1,
  text: `00002120: SvcErr: DSID-020F0F28, problem 5012 (DIR_ERROR), data 0\n\0`,
};
