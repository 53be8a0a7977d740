import { privilegeOf, type EligibilityRules, type Judged } from '../policy/eligibility.ts';

/** What makes an account privileged, and what would make it an ordinary one, in sentences; pure. */
export function privilegeWords(account: Judged, rules: EligibilityRules): string {
  const privilege = privilegeOf(account, rules);
  switch (privilege?.by) {
    case 'admin-count':
      return 'Active Directory marks it as one (adminCount). If it is one no longer, clear adminCount and let it inherit permissions again.';
    case 'service-principal-name':
      return 'It is a service’s (it has a service principal name). If no service uses it, remove the name with setspn -D.';
    case 'machine':
      return 'It is a machine’s (its name ends in $).';
    case 'sid':
      return privilege.sid === account.sid
        ? 'It is one of the domain’s own protected accounts.'
        : account.formerSids.includes(privilege.sid)
          ? `It was one in another domain (${privilege.sid} is in its sIDHistory). If that counts no more, remove it there.`
          : `It is in the protected group ${privilege.sid}, directly or through another group. If it need not be, take it out.`;
    case undefined:
      return 'It was one when it was judged.';
  }
}
