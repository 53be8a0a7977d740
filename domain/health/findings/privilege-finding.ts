import { protectedSids, type EligibilityRules } from '../../policy/eligibility.ts';
import { oneSpelling } from '../../policy/distinguished-name.ts';
import type { NamedGroup, OwnAccountFacts, ShownAccount } from '../account-facts.ts';
import type { Finding, RemedyCommand } from '../finding.ts';
import { letInherit, powerShell } from './access-commands.ts';
import { fine } from './fine.ts';
import { forPowerShell } from './quoting.ts';

/** Whether one of our accounts is more than an ordinary one, by groups, by AdminSDHolder or by flags; pure. */
export function privilegeFinding(
  { name, username, shown }: OwnAccountFacts,
  rules: Pick<EligibilityRules, 'protectedGroups'>,
): Finding | undefined {
  if (shown === undefined || shown === 'nobody') return undefined;
  const isProtected = protectedSids(rules);
  const groups = shown.groups.filter(({ sid }) => isProtected(sid));
  if (groups.length > 0) return inGroups(name, username, shown, groups);
  if (shown.adminCount) return stamped(name, username, shown);
  if (shown.flags.length > 0) return flagged(name, username, shown.flags);
  return fine('account-privilege', name, 'It is an ordinary account.');
}

const base = (object: string) => ({ check: 'account-privilege', object, state: 'broken' }) as const;

function inGroups(
  name: string,
  username: string,
  { memberOf }: ShownAccount,
  groups: readonly NamedGroup[],
): Finding {
  const direct = new Set(memberOf.map(oneSpelling));
  const out = groups.flatMap(({ distinguishedName }) =>
    distinguishedName !== undefined && direct.has(oneSpelling(distinguishedName)) ? [distinguishedName] : [],
  );
  const names = groups.map(({ sid, distinguishedName }) => distinguishedName ?? sid);
  const remedy =
    out.length > 0
      ? 'Take it out; it needs no group. If AdminSDHolder has stamped it meanwhile, the doctor says so next time.'
      : 'It is in there by way of other groups: take it out of the group of its own that leads there. The command shows them.';
  return {
    ...base(name),
    cause: `It is in ${names.join(' and in ')}: whoever has its password has the domain.`,
    remedy,
    commands: out.length > 0 ? out.map((group) => takeOut(group, username)) : [showGroups(username)],
  };
}

/** Shows the groups that list an account. */
export const showGroups = (username: string): RemedyCommand =>
  powerShell(`Get-ADPrincipalGroupMembership -Identity ${forPowerShell(username)}`);

/** Takes an account out of a group that lists it. */
export const takeOut = (group: string, username: string): RemedyCommand =>
  powerShell(
    `Remove-ADGroupMember -Identity ${forPowerShell(group)} -Members ${forPowerShell(username)} -Confirm:$false`,
  );

const stamped = (name: string, username: string, { distinguishedName }: ShownAccount): Finding => ({
  ...base(name),
  state: 'warning',
  cause:
    'It is in no protected group, and still marked as a member of one (adminCount = 1): it was one once.',
  remedy:
    'Take the mark away and let it inherit permissions again. If the mark comes back within the hour, it is in such a group after all.',
  commands: [
    powerShell(`Set-ADUser -Identity ${forPowerShell(username)} -Clear adminCount`),
    letInherit(distinguishedName),
  ],
});

/** What takes a flag of userAccountControl away, and why it should. */
const FLAGS: Readonly<Record<string, { readonly means: string; readonly option: string }>> = {
  PASSWD_NOTREQD: { means: 'it may have an empty password', option: '-PasswordNotRequired $false' },
  ENCRYPTED_TEXT_PWD_ALLOWED: {
    means: 'its password is kept so that it can be read',
    option: '-AllowReversiblePasswordEncryption $false',
  },
  DONT_REQ_PREAUTH: {
    means: 'its password can be guessed at without the domain controller noticing',
    option: '-DoesNotRequirePreAuth $false',
  },
  TRUSTED_FOR_DELEGATION: {
    means: 'it may act as whoever signs in to it',
    option: '-TrustedForDelegation $false',
  },
  TRUSTED_TO_AUTH_FOR_DELEGATION: {
    means: 'it may act as anybody',
    option: '-TrustedToAuthForDelegation $false',
  },
};

const flagged = (name: string, username: string, flags: readonly string[]): Finding => ({
  ...base(name),
  state: 'warning',
  cause: `It has flags that it should not have: ${flags.map((flag) => `${flag} (${FLAGS[flag]?.means ?? 'not needed'})`).join(', ')}.`,
  remedy: 'Take them away.',
  commands: flags.flatMap((flag) => {
    const option = FLAGS[flag]?.option;
    return option === undefined
      ? []
      : [powerShell(`Set-ADAccountControl -Identity ${forPowerShell(username)} ${option}`)];
  }),
});
