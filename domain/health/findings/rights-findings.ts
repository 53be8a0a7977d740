import { isUnder } from '../../policy/distinguished-name.ts';
import type { AccountAccess, SampleFacts, UnitFacts } from '../access-facts.ts';
import type { ReadingFacts } from '../domain-facts.ts';
import type { CheckName, Finding } from '../finding.ts';
import { grantRight, letInherit, type NeededRight } from './access-commands.ts';
import { fine } from './fine.ts';

interface Needed {
  readonly right: NeededRight;
  readonly check: CheckName;
  readonly state: 'warning' | 'broken';
  readonly words: string;
  /** What comes of not having it. */
  readonly else: string;
}

const NEEDED: readonly Needed[] = [
  {
    right: 'resetPassword',
    check: 'reset-right',
    state: 'broken',
    words: 'reset passwords',
    else: 'nobody there can be given a new password',
  },
  {
    right: 'unlock',
    check: 'unlock-right',
    state: 'broken',
    words: 'write lockoutTime',
    else: 'nobody there can be unlocked',
  },
  {
    right: 'mustChange',
    check: 'must-change-right',
    state: 'warning',
    words: 'write pwdLastSet',
    else: 'nobody there can be made to change a password at the next sign-in',
  },
];

/** Whether the self-service accounts may do what they are for: on each served unit, on all below it, and to somebody there; pure. */
export const rightsFindings = ({
  units,
  samples,
}: Pick<ReadingFacts, 'units' | 'samples'>): readonly Finding[] =>
  units
    .filter(({ distinguishedName, served }) => distinguishedName === served)
    .flatMap((unit) => {
      const below = units.filter((one) => one !== unit && one.served === unit.served);
      return NEEDED.flatMap((needed) => onUnit(needed, unit, below, samples));
    });

function onUnit(
  needed: Needed,
  unit: UnitFacts,
  below: readonly UnitFacts[],
  samples: readonly SampleFacts[],
): readonly Finding[] {
  const { check, right, words } = needed;
  if (!unit.access) return right === 'resetPassword' ? [notShown(unit)] : [];
  const lacking = lackingIn(unit.access, right);
  if (lacking.length > 0) return [missing(needed, unit, lacking)];
  const further = below.flatMap((one) => {
    const lack = one.access ? lackingIn(one.access, right) : [];
    // Only where it begins: what lies below that has it from there.
    return lack.length > 0 && one.sealed ? [missing(needed, one, lack)] : [];
  });
  const person = samples.find(({ served }) => served === unit.served);
  const onPerson = person && further.length === 0 ? lackingOn(needed, person, below) : undefined;
  if (further.length > 0 || onPerson) return [...further, ...(onPerson ? [onPerson] : [])];
  const who = unit.access.map(({ account }) => account).join(' and ');
  return [fine(check, unit.distinguishedName, `${who} may ${words} of users below it.`)];
}

const lackingIn = (access: readonly AccountAccess[], right: NeededRight): readonly string[] =>
  access.filter((one) => !one[right]).map(({ account }) => account);

const notShown = ({ distinguishedName }: UnitFacts): Finding => ({
  check: 'reset-right',
  object: distinguishedName,
  state: 'warning',
  cause: 'Its permissions are not shown to our accounts, so nobody can tell what they may do.',
  remedy: 'Let the data proxy account read permissions there (dsacls: RC).',
});

const missing = (needed: Needed, unit: UnitFacts, accounts: readonly string[]): Finding => ({
  check: needed.check,
  object: unit.distinguishedName,
  state: needed.state,
  cause: `${accounts.join(' and ')} may not ${needed.words} of users below it${unit.sealed ? ', where inheritance is switched off' : ''}: ${needed.else}.`,
  remedy: 'Give it that right on users there, and no other.',
  commands: accounts.map((account) => grantRight(needed.right, unit.distinguishedName, account)),
});

/** The right is there on the units, and yet not on this person. */
function lackingOn(
  { check, right, words }: Needed,
  { name, distinguishedName, sealed, access }: SampleFacts,
  below: readonly UnitFacts[],
): Finding | undefined {
  const lacking = lackingIn(access, right);
  // Some unit in between may be the reason, and is told of by itself.
  const between = below.some(
    (unit) =>
      unit.access !== undefined &&
      isUnder(distinguishedName, unit.distinguishedName) &&
      lackingIn(unit.access, right).length > 0,
  );
  if (lacking.length === 0 || between) return undefined;
  return {
    check,
    object: name,
    state: 'warning',
    cause: sealed
      ? `${lacking.join(' and ')} may not ${words} there, though it may on the OU: the account inherits no permissions.`
      : `${lacking.join(' and ')} may not ${words} there, though it may on the OU: something denies it.`,
    remedy: sealed
      ? 'If it is in no protected group any more, let it inherit permissions again. Others may be so, too: the pre-flight shows them.'
      : 'Take the denial away, in the permissions of the account or of an OU above it.',
    ...(sealed && { commands: [letInherit(distinguishedName)] }),
  };
}
