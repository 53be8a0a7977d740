import type { Grant } from '../../../domain/health/access-facts.ts';
import type { OwnAccountFacts } from '../../../domain/health/account-facts.ts';
import { isUnder, oneSpelling } from '../../../domain/policy/distinguished-name.ts';
import { readDescriptor } from '../access/descriptor-reading.ts';
import { type Grantee, grantsTo } from '../access/grants.ts';
import type { SecurityDescriptor } from '../access/security-descriptor.ts';
import type { Connection } from '../connection.ts';
import type { CheckedDomain } from '../domain-settings.ts';
import type { SeenUnit } from './units-reading.ts';

/**
 * What our accounts are given on the served units and below, on all above them up to the head of the domain, and on
 * AdminSDHolder, whose permissions every administrator gets.
 */
export async function grantsIn(
  connection: Connection,
  { baseDn, netbiosName }: CheckedDomain,
  accounts: readonly OwnAccountFacts[],
  units: readonly SeenUnit[],
): Promise<readonly Grant[]> {
  const lists = new Map<string, { readonly at: string; readonly descriptor: SecurityDescriptor }>();
  for (const { facts, descriptor } of units)
    if (descriptor)
      lists.set(oneSpelling(facts.distinguishedName), { at: facts.distinguishedName, descriptor });
  const above = units.flatMap(({ facts }) => namesAbove(facts.served, baseDn));
  for (const at of new Set([...above, baseDn, `CN=AdminSDHolder,CN=System,${baseDn}`])) {
    const read = lists.has(oneSpelling(at)) ? undefined : await readDescriptor(connection, at);
    if (read?.descriptor) lists.set(oneSpelling(at), { at, descriptor: read.descriptor });
  }
  const grantees = accounts.flatMap((account) => granteeOf(account, netbiosName));
  return [...lists.values()].flatMap(({ at, descriptor }) =>
    grantees.flatMap((grantee) => grantsTo(grantee, at, descriptor.entries)),
  );
}

/** The names between an object and the head of its domain. */
function namesAbove(name: string, baseDn: string): readonly string[] {
  const above = /^(?:\\.|[^,\\])+,(.+)$/su.exec(name)?.[1];
  return above !== undefined && isUnder(above, baseDn) ? [above, ...namesAbove(above, baseDn)] : [];
}

function granteeOf({ name, shown }: OwnAccountFacts, netbiosName: string): readonly Grantee[] {
  if (shown === undefined || shown === 'nobody') return [];
  const groups = new Map(
    shown.groups.map(({ sid, distinguishedName }) => [
      sid,
      distinguishedName === undefined ? sid : `${netbiosName}\\${leaf(distinguishedName)}`,
    ]),
  );
  return [{ account: name, sid: shown.sid, groups }];
}

const leaf = (name: string): string =>
  (/^[^=]+=((?:\\.|[^,\\])*)/su.exec(name)?.[1] ?? name).replace(/\\([^0-9a-f])/giu, '$1');
