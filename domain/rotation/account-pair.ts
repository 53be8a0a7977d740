/** Name and password of one of the product's own accounts. */
export interface OwnCredential {
  /** A user principal name, a DN, `DOMAIN\name`, or a bare sAMAccountName of the domain it is used in. */
  readonly username: string;
  readonly password: string;
}

/** What a secret says: the account in use, and the one that rests and takes its turn at the next rotation. */
export interface AccountPair extends OwnCredential {
  /** Left out where there is one account only: then its password is changed by hand. */
  readonly alternate?: OwnCredential;
}

/** What a rotation is about to put in force: the account that rested, with its new password; the one in use will rest. */
export interface PendingPair extends AccountPair {
  readonly alternate: OwnCredential;
  /** The password that the account that rested had when this was written. */
  readonly formerPassword: string;
}

/** Whether two user names can be seen to be of one account; the forms `CORP\a`, `a@corp.example` and `a` name the same. */
export const isSameAccount = (one: OwnCredential, other: OwnCredential): boolean =>
  bareName(one.username) === bareName(other.username);

const bareName = (username: string): string =>
  username.includes('=')
    ? username.toLowerCase()
    : username.replace(/^.*\\/u, '').replace(/@.*$/u, '').toLowerCase();
