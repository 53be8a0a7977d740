import type { OwnAccountFacts, RefusedSignIn } from '../account-facts.ts';
import type { CheckName, Finding, RemedyCommand } from '../finding.ts';
import { powerShell } from './access-commands.ts';
import { passwordAgeFinding } from './password-age-finding.ts';
import { forPowerShell } from './quoting.ts';

/** Whether one of our accounts can sign in, and for how long; pure. */
export function accountFinding(facts: OwnAccountFacts, now: number): Finding | undefined {
  const { role, name, signIn, shown } = facts;
  const check: CheckName = role === 'data-proxy' ? 'data-proxy-account' : 'self-service-account';
  if (signIn?.kind === 'no-credential')
    return {
      check,
      object: name,
      state: 'broken',
      cause: `Its credential could not be read: ${signIn.said}.`,
      remedy:
        'Put its user name and password into its secret in AWS Secrets Manager, as {"username": …, "password": …}.',
    };
  if (shown === 'nobody' && signIn?.kind !== 'right') return missing(check, facts);
  const trouble = signIn?.kind === 'refused' ? signIn.reason : signIn ? undefined : troubleOf(shown);
  if (trouble !== undefined) return refused(check, facts, trouble);
  if (!signIn && shown === undefined) return undefined;
  return passwordAgeFinding(check, facts, now);
}

const missing = (check: CheckName, { name, resting }: OwnAccountFacts): Finding => ({
  check,
  object: name,
  state: 'broken',
  cause: 'There is no account of that name in the domain.',
  remedy:
    resting === true
      ? 'Make it, as like the account that it takes turns with as can be, or take it out of the settings.'
      : 'Correct the user name in its secret and in the settings, or make the account.',
});

/** Why an account that we have no password of could not sign in. */
function troubleOf(shown: OwnAccountFacts['shown']): RefusedSignIn | undefined {
  if (shown === undefined || shown === 'nobody') return undefined;
  if (shown.disabled) return 'disabled';
  if (shown.locked) return 'locked';
  if (shown.accountExpired) return 'account-expired';
  if (shown.mustChange) return 'must-change';
  return shown.passwordExpired ? 'password-expired' : undefined;
}

/** What the directory's refusal means, and what mends it; `account` is quoted for PowerShell. */
const REFUSALS: Readonly<
  Record<RefusedSignIn, { cause: string; remedy: string; command?: (account: string) => string }>
> = {
  'wrong-password': {
    cause: 'The domain controller does not take its password: it is not the one in the secret.',
    remedy:
      'Put the right password into its secret in AWS Secrets Manager. If nobody knows it, give it a new one and put that there; the command asks for it.',
    command: (account) =>
      `Set-ADAccountPassword -Identity ${account} -Reset -NewPassword (Read-Host -AsSecureString)`,
  },
  locked: {
    cause: 'It is locked out.',
    remedy:
      'Unlock it, and find out who tries wrong passwords on it: event 4740 on the PDC emulator names the machine. If that is us, the password in its secret is wrong.',
    command: (account) => `Unlock-ADAccount -Identity ${account}`,
  },
  disabled: {
    cause: 'It is disabled.',
    remedy: 'Enable it.',
    command: (account) => `Enable-ADAccount -Identity ${account}`,
  },
  'account-expired': {
    cause: 'The account has expired.',
    remedy: 'Take its end away.',
    command: (account) => `Clear-ADAccountExpiration -Identity ${account}`,
  },
  'must-change': {
    cause: 'Its password must be changed at the next sign-in, which an account without a person cannot do.',
    remedy: 'Take that away; or give it a new password without it, and put that into its secret.',
    command: (account) => `Set-ADUser -Identity ${account} -ChangePasswordAtLogon $false`,
  },
  'password-expired': {
    cause: 'Its password has expired.',
    remedy:
      'Give it a new password and put that into its secret in AWS Secrets Manager; then let rotation renew it before it expires.',
    command: (account) =>
      `Set-ADAccountPassword -Identity ${account} -Reset -NewPassword (Read-Host -AsSecureString)`,
  },
  'not-now': {
    cause: 'It may not sign in at this hour, or not from here.',
    remedy: 'Take the logon hours and the list of workstations off the account.',
    command: (account) => `Set-ADUser -Identity ${account} -Clear logonHours, userWorkstations`,
  },
  other: {
    cause: 'The domain controller did not let it sign in.',
    remedy:
      'See the event log Security (4625) on the domain controller for the reason, then run the doctor again.',
  },
};

function refused(
  check: CheckName,
  { name, username, signIn }: OwnAccountFacts,
  reason: RefusedSignIn,
): Finding {
  const { cause, remedy, command } = REFUSALS[reason];
  const said = reason === 'other' && signIn?.kind === 'refused' ? ` It said: ${signIn.said}` : '';
  const commands: readonly RemedyCommand[] = command ? [powerShell(command(forPowerShell(username)))] : [];
  return {
    check,
    object: name,
    state: 'broken',
    cause: cause + said,
    remedy,
    ...(commands.length > 0 && { commands }),
  };
}
