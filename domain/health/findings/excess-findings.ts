import { protectedSids, type EligibilityRules } from '../../policy/eligibility.ts';
import { isUnder, oneSpelling } from '../../policy/distinguished-name.ts';
import type { Grant, Power } from '../access-facts.ts';
import type { OwnAccountFacts } from '../account-facts.ts';
import type { DomainFacts } from '../domain-facts.ts';
import type { Finding, RemedyCommand } from '../finding.ts';
import { grantRight, NEEDED_RIGHTS, takeAway, type NeededRight } from './access-commands.ts';
import { fine } from './fine.ts';
import { grantWords } from './grant-words.ts';
import { showGroups, takeOut } from './privilege-finding.ts';

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
    const own = reading.grants.filter(
      // What it has as an administrator goes when it is none any more, and that is told already.
      (grant) => grant.account === account.name && !isProtected(grant.trustee.sid),
    );
    const extra = own.filter((grant) => !isNeeded(grant, account, served));
    if (extra.length === 0) return [fine('rights-too-many', account.name, nothingElse(account))];
    return [...new Set(extra.map(({ at }) => at))].map((at) =>
      tooMany(
        account,
        extra.filter((grant) => grant.at === at),
        { at, served, own },
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
  /** All that the account is given anywhere. */
  readonly own: readonly Grant[];
}

function tooMany(account: OwnAccountFacts, grants: readonly Grant[], { at, served, own }: Place): Finding {
  const below = served.filter((unit) => isUnder(unit, at));
  const everybody = grants.some(({ trustee }) => trustee.kind === 'everybody');
  return {
    check: 'rights-too-many',
    object: at,
    state: everybody || grants.some(isGrave) ? 'broken' : 'warning',
    cause: `${account.name} may ${grants.map((grant) => grantWords(grant)).join('; ')}${below.length > 0 && !served.includes(at) ? ', which is more than the served OUs' : ''}.`,
    remedy: 'Take that away; the commands take these entries and no others.',
    commands: distinct([
      ...grants.flatMap((grant) => undo(grant, account)),
      ...givenAgain(account, lostWith(grants, own), served),
    ]),
  };
}

/** What makes the account an administrator of people. */
const GRAVE: ReadonlySet<Power> = new Set(['full-control', 'change-permissions', 'take-ownership']);
const isGrave = ({ powers, about }: Grant): boolean =>
  powers.some(
    (power) => GRAVE.has(power) || (about === undefined && power !== 'create' && power !== 'delete'),
  );

function undo(grant: Grant, { shown, username }: OwnAccountFacts): readonly RemedyCommand[] {
  const { trustee } = grant;
  if (trustee.kind !== 'group' || typeof shown !== 'object') return [takeAway(grant)];
  // Others in the group may need the right: it is the account that goes.
  const group = shown.groups.find(({ sid }) => sid === trustee.sid)?.distinguishedName;
  const direct = shown.memberOf.find((one) => group !== undefined && oneSpelling(one) === oneSpelling(group));
  return [direct === undefined ? showGroups(username) : takeOut(direct, username)];
}

/** What goes with some grants: they themselves, and all that comes by the groups that are to be left. */
function lostWith(grants: readonly Grant[], own: readonly Grant[]): readonly Grant[] {
  const left = new Set(grants.flatMap(({ trustee }) => (trustee.kind === 'group' ? [trustee.sid] : [])));
  return own.filter((grant) => grants.includes(grant) || left.has(grant.trustee.sid));
}

/** What the account needs and had by entries that are to go, given on the served units alone. */
const givenAgain = (
  { role, name }: OwnAccountFacts,
  lost: readonly Grant[],
  served: readonly string[],
): readonly RemedyCommand[] =>
  role === 'data-proxy'
    ? []
    : lost.flatMap((grant) => {
        const below = served.filter((unit) => isUnder(unit, grant.at));
        return (Object.keys(NEEDED_RIGHTS) as readonly NeededRight[])
          .filter((right) => grant.reaches !== 'itself' && covers(grant, right))
          .flatMap((right) =>
            (below.length > 0 ? below : [grant.at]).map((unit) => grantRight(right, unit, name)),
          );
      });

function covers({ powers, about }: Grant, right: NeededRight): boolean {
  if (powers.includes('full-control')) return true;
  const of = { resetPassword: 'Reset Password', unlock: 'lockoutTime', mustChange: 'pwdLastSet' }[right];
  const power = right === 'resetPassword' ? 'extended-right' : 'write';
  return powers.includes(power) && (about === undefined || about.includes(of));
}

const distinct = (commands: readonly RemedyCommand[]): readonly RemedyCommand[] => [
  ...new Map(commands.map((command) => [command.line, command])).values(),
];
