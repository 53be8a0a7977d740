import { oneSpelling } from '../../policy/distinguished-name.ts';
import type { DomainFacts, ReadingFacts } from '../domain-facts.ts';
import type { Finding } from '../finding.ts';
import { grantReading, powerShell } from './access-commands.ts';
import { fine } from './fine.ts';
import { forPowerShell } from './quoting.ts';

/** Whether the base DN is right, and whether all can be read that is judged by; pure. */
export function readingFindings(facts: DomainFacts): readonly Finding[] {
  const base = baseFinding(facts);
  const { reading } = facts;
  if (!reading) return base ? [base] : [];
  return [
    ...(base ? [base] : []),
    ...reading.missingUnits.map(missingUnit),
    ...servedUnits(reading),
    ...samples(facts, reading),
    ...passwordSettings(reading),
  ];
}

function baseFinding({ domain, baseDn, controllers }: DomainFacts): Finding | undefined {
  const root = controllers.map((one) => one.root).find((one) => one?.kind === 'answered');
  if (root?.kind !== 'answered') return undefined;
  if (oneSpelling(root.namingContext) === oneSpelling(baseDn))
    return fine('base-dn', domain, `${baseDn} is the head of the domain.`);
  return {
    check: 'base-dn',
    object: domain,
    state: 'broken',
    cause: `The settings say ${baseDn}; the domain controller says that the head of its domain is ${root.namingContext}.`,
    remedy: `Make it baseDn: ${root.namingContext} in the settings, and deploy. If that is another domain, domainControllers is wrong.`,
  };
}

const missingUnit = (unit: string): Finding => ({
  check: 'served-unit',
  object: unit,
  state: 'broken',
  cause: 'There is no such OU or container in the domain, or the data proxy account may not see it.',
  remedy:
    'Correct it in bases of the settings, or let the data proxy account list it. The command shows the OUs that there are.',
  commands: [powerShell('Get-ADOrganizationalUnit -Filter * | Format-Table DistinguishedName')],
});

const servedUnits = ({ units }: ReadingFacts): readonly Finding[] =>
  units
    .filter(({ distinguishedName, served }) => distinguishedName === served)
    .map(({ served }) => fine('served-unit', served, 'It is there.'));

function samples(
  { accounts }: DomainFacts,
  { samples: all, byDataProxy, units }: ReadingFacts,
): readonly Finding[] {
  if (!byDataProxy) return [];
  const proxy = accounts.find(({ role }) => role === 'data-proxy')?.name ?? 'the data proxy account';
  const empty = units
    .filter(({ distinguishedName, served }) => distinguishedName === served)
    .filter(({ served }) => !all.some((sample) => sample.served === served))
    .map(({ served }) => fine('reading', served, 'Nobody is below it whom one could read.'));
  const read = all.map(({ served, name, missing }): Finding => {
    if (missing.length === 0)
      return fine('reading', served, `All that is judged by can be read, of ${name} for one.`);
    return {
      check: 'reading',
      object: served,
      state: 'broken',
      cause: `Of ${name} ${proxy} is not shown ${missing.join(', ')}.`,
      remedy: missing.includes('tokenGroups')
        ? 'Let it read users there, and groups of users by way of Windows Authorization Access Group.'
        : 'Let it read users there.',
      commands: [
        grantReading(served, proxy),
        ...(missing.includes('tokenGroups')
          ? [
              powerShell(
                `Add-ADGroupMember -Identity 'S-1-5-32-560' -Members ${forPowerShell(proxy.split('\\').at(-1) ?? proxy)}`,
              ),
            ]
          : []),
      ],
    };
  });
  return [...read, ...empty];
}

const passwordSettings = ({ passwordSettings: all, namingContext }: ReadingFacts): readonly Finding[] =>
  all.map(({ account, readable }): Finding => {
    if (readable) return fine('password-settings', account, 'It can read fine-grained password policies.');
    const container = `CN=Password Settings Container,CN=System,${namingContext}`;
    return {
      check: 'password-settings',
      object: account,
      state: 'warning',
      cause:
        'It may not read the Password Settings Container: whoever has a fine-grained password policy is told the domain’s rules instead of theirs.',
      remedy: 'Let it read the container.',
      commands: [grantReading(container, account)],
    };
  });
