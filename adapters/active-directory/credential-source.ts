/** Name and password of one of the product's own accounts. */
export interface Credential {
  /** A user principal name, a DN, `DOMAIN\name`, or a bare sAMAccountName of the domain it is used in. */
  readonly username: string;
  readonly password: string;
}

/** Where an account's credential is read. Both throw Failure `secrets-unavailable` when it cannot be had. */
export interface CredentialSource {
  /** The credential as last read; may be some minutes old. */
  current(): Promise<Credential>;
  /** The credential read anew, because a domain controller refused that one; the same one when there is no other to try. */
  refreshed(refused: Credential): Promise<Credential>;
}
