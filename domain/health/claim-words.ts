import { listed, quoted } from '../administration/sentences/words.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { ClaimForms } from '../recovery/claim-forms.ts';
import { claimText, type NameClaim } from '../recovery/claim.ts';
import { claimedDomains } from '../recovery/claimed-domains.ts';

/** A claim as it was typed, near enough. */
const typed = (claim: NameClaim): string =>
  quoted(claim.kind === 'account-name' && claim.domain === undefined ? claim.name : claimText(claim));

/** What a text may be, when any form is let through: `a user principal name or an e-mail address`. */
function readings(claim: NameClaim, forms: ClaimForms): readonly string[] {
  if (claim.kind === 'user-principal-name')
    return [
      ...(forms.principalName ? ['a user principal name'] : []),
      ...(forms.mail ? ['an e-mail address'] : []),
    ];
  if (claim.domain !== undefined) return forms.domainName ? ['DOMAIN\\user'] : [];
  return [
    ...(forms.bareName ? ['a user name'] : []),
    ...(forms.employeeNumber === undefined ? [] : [`an employee number (${forms.employeeNumber})`]),
  ];
}

/** What people may type, as a list. */
const accepted = (forms: ClaimForms): string => {
  const words = [
    ...(forms.bareName ? ['a user name of the default domain'] : []),
    ...(forms.domainName ? ['DOMAIN\\user'] : []),
    ...(forms.principalName ? ['a user principal name'] : []),
    ...(forms.mail ? ['an e-mail address'] : []),
    ...(forms.employeeNumber === undefined ? [] : ['an employee number']),
  ];
  return words.length === 0 ? 'nothing' : listed(words, 'or');
};

/** For a claim that names nobody: what was looked for and where, and what to try; pure. */
export function nobodySentences(
  claim: NameClaim,
  forms: ClaimForms,
  { domains }: Configuration,
): readonly string[] {
  const where = claimedDomains(claim, forms, domains).map(({ netbiosName }) => netbiosName);
  const others = domains
    .map(({ netbiosName }) => netbiosName)
    .filter((netbiosName) => !where.includes(netbiosName));
  return [
    `No account answers to ${typed(claim)}. It was looked for as ${listed(readings(claim, forms), 'or')}, in ${listed(where)}.`,
    ...(others.length > 0
      ? [`It was not looked for in ${listed(others)}; for that, type ${others[0] ?? ''}\\user.`]
      : []),
    'Check the spelling. What the data proxy account may not read is not found either: latchkey doctor tells what it may.',
  ];
}

/** For a claim that names several: who they are, and what to change; pure. */
export function ambiguousSentences(claim: NameClaim, names: readonly string[]): readonly string[] {
  const [first = 'DOMAIN\\user'] = names;
  const attribute =
    claim.kind === 'user-principal-name'
      ? 'the user principal name or the mail attribute'
      : 'the employee number, or the user name,';
  return [
    `${typed(claim)} names more than one account: ${listed(names)}. To people it names nobody.`,
    `Change ${attribute} of all but one of them, or have people type ${first} instead.`,
  ];
}

/** For a claim that names somebody only to administrators; pure. */
export const unacceptedSentence = (claim: NameClaim, name: string, { claims }: Configuration): string =>
  `Whoever types ${typed(claim)} is not found here, for people may type ${accepted(claims)}. Have them type ${name}, or let more be typed: claims in the settings.`;
