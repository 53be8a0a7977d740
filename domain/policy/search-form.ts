import type { LocalText } from '../questionnaire/question.ts';

/**
 * What people may type to say who they are (NetIQ's *User Search Form* and *Filter*): fields that are put, escaped (RFC 4515 §3),
 * into an LDAP filter template where it says `%attribute%`. Whoever it finds, and only when it finds one, is the person.
 */
export interface SearchForm {
  /** Whether a user name may be typed as well; else the fields stand alone. */
  readonly besidesName: boolean;
  readonly fields: readonly { readonly attribute: string; readonly label: LocalText }[];
  /** `(&(mail=%mail%)(employeeID=%employeeID%))`. */
  readonly filter: string;
}
