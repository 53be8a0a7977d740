import { protectedSids, type EligibilityRules } from '../../policy/eligibility.ts';
import { isUnder } from '../../policy/distinguished-name.ts';
import type { Grant, Power } from '../access-facts.ts';
import type { OwnAccountFacts } from '../account-facts.ts';
import type { DomainFacts } from '../domain-facts.ts';
import type { Finding, RemedyCommand } from '../finding.ts';
import { grantRight, NEEDED_RIGHTS, takeAway, type NeededRight } from './access-commands.ts';
import { fine } from './fine.ts';
import { takeOut } from './privilege-finding.ts';

/** What else our accounts may do than they need: one finding for each account and object, or one that it is nothing; pure. */
export function excessFindings(
  { accounts, reading }: DomainFacts,
  rules: Pick<EligibilityRules, 'protectedGroups'>,
): readonly Finding[] {
  if (!reading) return [];
  const isProtected = protectedSids(rules);
  const served = [...new Set(reading.units.map((unit) => unit.served))];
  return accounts.flatMap((account) => {
    if (account.shown === undefined || account.shown === 'nobody') return [];
    const extra = reading.grants.filter(
      (grant) =>
        grant.account === account.name &&
        // What it has as an administrator goes when it is none any more, and that is told already.
        !isProtected(grant.trustee.sid) &&
        !isNeeded(grant, account, served),
    );
    if (extra.length === 0) return [fine('rights-too-many', account.name, nothingElse(account))];
    return [...new Set(extra.map(({ at }) => at))].map((at) =>
      tooMany(
        account,
        extra.filter((grant) => grant.at === at),
        { at, served },
      ),
    );
  });
}

const nothingElse = ({ role }: OwnAccountFacts): string =>
  role === 'data-proxy'
    ? 'It may only read, as far as the served OUs show.'
    : 'It may do to people what it needs and nothing else, as far as the served OUs show.';

/** Extended rights that everybody has, and that harm nobody: they take the old password, or another right besides. */
const HARMLESS = new Set([
  'Change Password',
  'Unexpire Password',
  'Update Password Not Required Bit',
  'Enable Per User Reversibly Encrypted Password',
]);

function isNeeded(
  { at, powers, about, reaches, trustee }: Grant,
  { role }: OwnAccountFacts,
  served: readonly string[],
): boolean {
  const [power] = powers;
  if (powers.length !== 1 || about === undefined) return false;
  if (
    power === 'extended-right' &&
    HARMLESS.has(about) &&
    (trustee.kind === 'everybody' || about === 'Change Password')
  )
    return true;
  // Above the served units it would reach people who are not served.
  if (role === 'data-proxy' || reaches !== 'users' || !served.some((unit) => isUnder(at, unit))) return false;
  return (
    (power === 'extended-right' && about === 'Reset Password') ||
    (power === 'write' && (about === 'lockoutTime' || about === 'pwdLastSet'))
  );
}

interface Place {
  readonly at: string;
  readonly served: readonly string[];
}

function tooMany(account: OwnAccountFacts, grants: readonly Grant[], { at, served }: Place): Finding {
  const below = served.filter((unit) => isUnder(unit, at));
  const everybody = grants.some(({ trustee }) => trustee.kind === 'everybody');
  return {
    check: 'rights-too-many',
    object: at,
    state: everybody || grants.some(isGrave) ? 'broken' : 'warning',
    cause: `${account.name} may ${grants.map((grant) => `${powerWords(grant)}${byWhom(grant)}`).join('; ')}${below.length > 0 && !served.includes(at) ? ', which is more than the served OUs' : ''}.`,
    remedy: 'Take that away; the commands take these entries and no others.',
    commands: distinct([
      ...grants.flatMap((grant) => undo(grant, account)),
      ...givenAgain(account, grants, below.length > 0 ? below : [at]),
    ]),
  };
}

/** What makes the account an administrator of people. */
const GRAVE: ReadonlySet<Power> = new Set(['full-control', 'change-permissions', 'take-ownership']);
const isGrave = ({ powers, about }: Grant): boolean =>
  powers.some(
    (power) => GRAVE.has(power) || (about === undefined && power !== 'create' && power !== 'delete'),
  );

const byWhom = ({ trustee }: Grant): string => (trustee.kind === 'account' ? '' : ` (as ${trustee.name})`);

function undo(grant: Grant, account: OwnAccountFacts): readonly RemedyCommand[] {
  const { trustee } = grant;
  if (trustee.kind !== 'group' || typeof account.shown !== 'object') return [takeAway(grant)];
  const group = account.shown.groups.find(({ sid }) => sid === trustee.sid)?.distinguishedName;
  // Others in the group may need the right: it is the account that goes.
  return [takeOut(group ?? trustee.sid, account.username)];
}

/** What the account needs and had only by an entry that is to go. */
const givenAgain = (
  { role, name }: OwnAccountFacts,
  grants: readonly Grant[],
  units: readonly string[],
): readonly RemedyCommand[] =>
  role === 'data-proxy'
    ? []
    : (Object.keys(NEEDED_RIGHTS) as readonly NeededRight[])
        .filter((right) => grants.some((grant) => grant.reaches !== 'itself' && covers(grant, right)))
        .flatMap((right) => units.map((unit) => grantRight(right, unit, name)));

function covers({ powers, about }: Grant, right: NeededRight): boolean {
  if (powers.includes('full-control')) return true;
  const of = { resetPassword: 'Reset Password', unlock: 'lockoutTime', mustChange: 'pwdLastSet' }[right];
  const power = right === 'resetPassword' ? 'extended-right' : 'write';
  return powers.includes(power) && (about === undefined || about.includes(of));
}

const distinct = (commands: readonly RemedyCommand[]): readonly RemedyCommand[] => [
  ...new Map(commands.map((command) => [command.line, command])).values(),
];

function powerWords({ powers, about, reaches }: Grant): string {
  const where =
    reaches === 'users'
      ? 'on users below'
      : reaches === 'everything'
        ? 'on everything below'
        : reaches === 'itself'
          ? 'on the object itself'
          : `on ${reaches.class} objects below`;
  return `${powers.map((power) => WORDS[power](about)).join(' and ')} ${where}`;
}

const WORDS: Readonly<Record<Power, (about: string | undefined) => string>> = {
  'full-control': () => 'do everything',
  write: (about) => (about === undefined ? 'write every attribute' : `write ${about}`),
  'validated-write': (about) => (about === undefined ? 'make every validated write' : `write ${about}`),
  'extended-right': (about) =>
    about === undefined ? 'use every extended right' : `use the extended right ${about}`,
  create: (about) => `create ${about ?? 'any'} objects`,
  delete: (about) => `delete ${about ?? 'any'} objects`,
  'change-permissions': () => 'change permissions',
  'take-ownership': () => 'take ownership',
};
