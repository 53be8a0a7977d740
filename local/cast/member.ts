/** One person of the demonstration domain, and the trouble they are in. */
export interface CastMember {
  /** sAMAccountName. */
  readonly username: string;
  /** cn and displayName, unescaped: it may hold commas, quotes, any script. */
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  /** userPrincipalName. Not always `username@DNS name`: some have the extra suffix, some another left part. */
  readonly upn: string;
  /** The mail attribute; without it the directory knows no address. */
  readonly mail?: string;
  /** The mobile attribute; a number kept for fiction (NANPA, 555-0100 to 555-0199). */
  readonly mobile?: string;
  /** The address this person confirmed when enrolling (only for those who are enrolled). */
  readonly personalMail?: string;
  /** BCP 47, as in AD's preferredLanguage. */
  readonly preferredLanguage?: string;
  readonly password: string;
  /** Organizational unit relative to the base DN, e.g. `OU=Sales,OU=Staff`. */
  readonly ou: string;
  /** Names of the groups this person is a direct member of; Domain Users, the primary group, is not listed. */
  readonly groups: readonly string[];
  /** One sentence that tells a reader what is the matter. */
  readonly trouble: string;
  /** Registered with Latchkey from the start; the local server seeds the enrollment. */
  readonly enrolled: boolean;
  /** Answers by question id (the built-in questionnaire's), for those who are enrolled. */
  readonly answers?: Readonly<Record<string, string>>;

  /** Locked out now, and for as long as the lockout duration says. */
  readonly locked?: true;
  readonly disabled?: true;
  /** accountExpires lies in the past. */
  readonly accountExpired?: true;
  /** pwdLastSet = 0. */
  readonly mustChange?: true;
  /** The password is 200 days old. */
  readonly passwordExpired?: true;
  /** Days until the password expires, where it is soon. */
  readonly passwordExpiresInDays?: number;
  /** Smart card required for interactive logon. AD scrambles the password of such an account: it does not open. */
  readonly smartCard?: true;
  /** The password never expires. */
  readonly neverExpires?: true;
  /** Deny of Change Password to SELF and Everyone in the DACL. */
  readonly cannotChangePassword?: true;
  /** A Domain Admin that AdminSDHolder has stamped: adminCount = 1, inheritance off. */
  readonly adminCount?: true;
  /** A Domain Admin not stamped yet: on Windows that lasts up to 60 minutes. */
  readonly privilegedFresh?: true;
  /** employeeID: what people on the shop floor are known by. */
  readonly employeeId?: string;
  /** logonHours, 21 bytes in hexadecimal; without them one may sign in at any hour. */
  readonly logonHours?: string;
  /** sIDHistory: what the account was in a domain it came from. */
  readonly formerSids?: readonly string[];
  /** Name of the password settings object that applies, by group. */
  readonly pso?: string;
}
