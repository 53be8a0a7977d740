import type { OwnAccountFacts } from '../../../domain/health/account-facts.ts';
import type { ReadingFacts } from '../../../domain/health/domain-facts.ts';
import { isUnderInDomain } from '../../../domain/policy/distinguished-name.ts';
import { Failure } from '../../../domain/failure.ts';
import type { Connection } from '../connection.ts';
import { text } from '../entry.ts';
import type { Looking } from './controller-examination.ts';
import { grantsIn } from './grants-reading.ts';
import { passwordSettingsOf } from './password-settings-reading.ts';
import { sampleBelow } from './sample-reading.ts';
import { unitsBelow, type SeenUnit } from './units-reading.ts';

/** The connections of the accounts that could sign in, and the one that reads what either may read. */
export interface Eyes {
  readonly proxy: Connection | undefined;
  readonly repair: Connection | undefined;
  readonly eyes: Connection;
}

/** Reads all of a domain that is to be judged. Throws a Failure when the domain controller falls silent meanwhile. */
export async function readDomain(
  { domain }: Looking,
  { proxy, repair, eyes }: Eyes,
  accounts: readonly OwnAccountFacts[],
  servedUnits: readonly string[],
): Promise<ReadingFacts> {
  const head = await readHead(eyes, domain.baseDn);
  const named = (role: OwnAccountFacts['role']) => accounts.find((one) => one.role === role)?.name ?? '';
  const settings = [
    ...(proxy ? [await passwordSettingsOf(proxy, domain.baseDn, named('data-proxy'))] : []),
    ...(repair ? [await passwordSettingsOf(repair, domain.baseDn, named('self-service'))] : []),
  ];
  const missingUnits: string[] = [];
  const units: SeenUnit[] = [];
  const samples: ReadingFacts['samples'][number][] = [];
  for (const served of servedUnits.filter((unit) => isUnderInDomain(unit, domain.baseDn))) {
    const below = await unitsBelow(eyes, served, accounts);
    if (!below) {
      missingUnits.push(served);
      continue;
    }
    units.push(...below);
    const sample = await sampleBelow(eyes, domain, served, accounts);
    if (sample) samples.push(sample);
  }
  return {
    namingContext: domain.baseDn,
    ...head,
    historyLength: Math.max(head.historyLength, ...settings.map(({ historyLength }) => historyLength)),
    missingUnits,
    units: units.map(({ facts }) => facts),
    samples,
    byDataProxy: proxy !== undefined,
    passwordSettings: settings.map(({ account, readable }) => ({ account, readable })),
    grants: await grantsIn(eyes, domain, accounts, units),
  };
}

async function readHead(connection: Connection, baseDn: string) {
  const head = await connection.readEntry(baseDn, { attributes: ['fSMORoleOwner', 'pwdHistoryLength'] });
  if (!head)
    throw new Failure(
      'directory-misbehaved',
      `${connection.url} does not show the head of the domain, ${baseDn}`,
    );
  const pdc = text(head, 'fSMORoleOwner');
  return {
    historyLength: Number(text(head, 'pwdHistoryLength') ?? '0'),
    ...(pdc !== undefined && { pdc }),
  };
}
