import { ACCESS, FLAG, type AccessEntry } from '../../adapters/active-directory/access/access-entry.ts';
import type { RemedyCommand } from '../../domain/health/finding.ts';
import { RIGHT } from '../../local/directory/access-list.ts';
import type { Administrator } from './administrator.ts';

/** What dsacls calls rights; it knows attributes by their names. */
const NAMED: Readonly<Record<string, string>> = {
  'Reset Password': RIGHT.resetPassword,
  lockoutTime: RIGHT.lockoutTime,
  pwdLastSet: RIGHT.pwdLastSet,
};
const LETTERS: Readonly<Record<string, number>> = {
  CA: ACCESS.control,
  RPWP: ACCESS.read | ACCESS.write,
  GR: ACCESS.read | ACCESS.listContents | ACCESS.listObject | ACCESS.readPermissions,
};
const USER_CLASS = 'bf967aba-0de6-11d0-a285-00aa003049e2';
const BELOW = FLAG.containerInherit | FLAG.inheritOnly;

/** Does on Samba what a printed command does on Windows. Throws for a command that nobody here knows how to carry out. */
export async function carryOut(administrator: Administrator, { shell, line }: RemedyCommand): Promise<void> {
  const known = shell === 'dsacls' ? DSACLS : POWERSHELL;
  for (const [pattern, work] of known) {
    const words = pattern.exec(line);
    if (words)
      return work(
        administrator,
        ...words.slice(1).map((word: string | undefined) => (word ?? '').replaceAll("''", "'")),
      );
  }
  throw new Error(`nobody here knows how to carry out ${line}`);
}

type Work = (administrator: Administrator, ...words: readonly string[]) => Promise<void>;

const DSACLS: readonly (readonly [RegExp, Work])[] = [
  [
    /^dsacls "([^"]+)" \/I:([ST]) \/G "[^"\\]+\\([^":]+):([A-Z]+)(?:;([^";]*);([^"]*))?"$/,
    async (administrator, at = '', reach, username = '', letters = '', right, below) => {
      const object = right ? NAMED[right] : undefined;
      if (right && object === undefined) throw new Error(`dsacls knows no ${right}`);
      const entry: AccessEntry = {
        allow: true,
        mask: LETTERS[letters] ?? 0,
        flags: reach === 'S' ? BELOW : FLAG.containerInherit,
        ...(object !== undefined && { object }),
        ...(below === 'user' && { inheritedBy: USER_CLASS }),
        sid: await administrator.sidOf(await administrator.named(username)),
      };
      await administrator.rewrite(at, (own) => [entry, ...own]);
    },
  ],
];

const IDENTITY = "'((?:[^']|'')+)'";
const one = (pattern: string): RegExp => new RegExp(`^${pattern}$`);

const POWERSHELL: readonly (readonly [RegExp, Work])[] = [
  [
    one(`Unlock-ADAccount -Identity ${IDENTITY}`),
    async (administrator, username = '') =>
      administrator.set(await administrator.named(username), 'lockoutTime', '0'),
  ],
  [
    one(`Set-ADUser -Identity ${IDENTITY} -ChangePasswordAtLogon \\$false`),
    async (administrator, username = '') =>
      administrator.set(await administrator.named(username), 'pwdLastSet', '-1'),
  ],
  [
    one(`Remove-ADGroupMember -Identity ${IDENTITY} -Members ${IDENTITY} -Confirm:\\$false`),
    async (administrator, group = '', username = '') =>
      administrator.leave(group, await administrator.named(username)),
  ],
  [
    new RegExp(
      `^\\$object = \\[ADSI\\]'LDAP://((?:[^']|'')+)'; .*RemoveAccessRuleSpecific\\(.*SecurityIdentifier\\]'([^']+)', ` +
        `\\[DirectoryServices.ActiveDirectoryRights\\](\\d+), 'Allow', (\\[guid\\][^,]+), '(\\w+)', (\\[guid\\][^)]+)\\)\\); \\$object.psbase.CommitChanges\\(\\)$`,
    ),
    (administrator, at = '', sid, mask, object = '', inheritance = '', inheritedBy = '') =>
      administrator.rewrite(at, (own) => {
        const rest = own.filter(
          (entry) =>
            !(
              entry.allow &&
              entry.sid === sid &&
              entry.mask === Number(mask) &&
              guidOf(entry.object) === object &&
              guidOf(entry.inheritedBy) === inheritedBy &&
              INHERITANCE[inheritance] === entry.flags
            ),
        );
        if (rest.length !== own.length - 1) throw new Error(`there is no such entry at ${at}`);
        return rest;
      }),
  ],
];

const guidOf = (guid: string | undefined): string =>
  guid === undefined ? '[guid]::Empty' : `[guid]'${guid}'`;
const INHERITANCE: Readonly<Record<string, number>> = {
  None: 0,
  All: FLAG.containerInherit,
  Descendents: BELOW,
};
