import type { Grant } from '../access-facts.ts';
import type { RemedyCommand } from '../finding.ts';
import { adsiPath, forPowerShell, forPrompt } from './quoting.ts';

/** The rights that the self-service account needs on users, as dsacls spells them. */
export const NEEDED_RIGHTS = {
  resetPassword: 'CA;Reset Password;user',
  unlock: 'RPWP;lockoutTime;user',
  mustChange: 'RPWP;pwdLastSet;user',
} as const;
export type NeededRight = keyof typeof NEEDED_RIGHTS;

/** Gives an account one of those rights over the users below an object. */
export const grantRight = (right: NeededRight, at: string, account: string): RemedyCommand => ({
  shell: 'dsacls',
  line: `dsacls ${forPrompt(at)} /I:S /G ${forPrompt(`${account}:${NEEDED_RIGHTS[right]}`)}`,
});

/** Lets an account read an object and all that lies below it. */
export const grantReading = (at: string, account: string): RemedyCommand => ({
  shell: 'dsacls',
  line: `dsacls ${forPrompt(at)} /I:T /G ${forPrompt(`${account}:GR`)}`,
});

/** Lets an object inherit permissions again. */
export const letInherit = (at: string): RemedyCommand => ({
  shell: 'dsacls',
  line: `dsacls ${forPrompt(at)} /P:N`,
});

const CONTAINER_INHERIT = 0x2;
const NO_PROPAGATE = 0x4;
const INHERIT_ONLY = 0x8;

/**
 * Takes exactly one entry from the access list of an object, and leaves all others of the same account: `dsacls /R` would take
 * them all.
 */
export function takeAway({ at, trustee, entry }: Grant): RemedyCommand {
  const rule = [
    `[Security.Principal.SecurityIdentifier]${forPowerShell(trustee.sid)}`,
    `[DirectoryServices.ActiveDirectoryRights]${entry.mask}`,
    "'Allow'",
    guid(entry.object),
    forPowerShell(inheritance(entry.flags)),
    guid(entry.inheritedBy),
  ].join(', ');
  return powerShell(
    `$object = [ADSI]${adsiPath(at)}; $object.psbase.Options.SecurityMasks = 'Dacl'; ` +
      `[void]$object.psbase.ObjectSecurity.RemoveAccessRuleSpecific([DirectoryServices.ActiveDirectoryAccessRule]::new(${rule})); ` +
      '$object.psbase.CommitChanges()',
  );
}

const guid = (text: string | undefined): string =>
  text === undefined ? '[guid]::Empty' : `[guid]${forPowerShell(text)}`;

/** The flags as System.DirectoryServices.ActiveDirectorySecurityInheritance names them. */
function inheritance(flags: number): string {
  if ((flags & CONTAINER_INHERIT) === 0) return 'None';
  const below = (flags & INHERIT_ONLY) !== 0;
  if ((flags & NO_PROPAGATE) !== 0) return below ? 'Children' : 'SelfAndChildren';
  return below ? 'Descendents' : 'All';
}

export const powerShell = (line: string): RemedyCommand => ({ shell: 'powershell', line });
