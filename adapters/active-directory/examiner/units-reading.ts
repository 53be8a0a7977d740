import type { AccountAccess, UnitFacts } from '../../../domain/health/access-facts.ts';
import type { OwnAccountFacts } from '../../../domain/health/account-facts.ts';
import { oneSpelling } from '../../../domain/policy/distinguished-name.ts';
import { type ReadDescriptor, descriptorIn, readDescriptor } from '../access/descriptor-reading.ts';
import { handedDown } from '../access/effective.ts';
import { EVERYBODY_SIGNED_IN } from '../access/holder.ts';
import { holds, REPAIR } from '../access/repair-rights.ts';
import type { SecurityDescriptor } from '../access/security-descriptor.ts';
import type { Connection } from '../connection.ts';
import { daclOnly } from '../controls.ts';
import { ofKind } from '../directory-object.ts';

/** A unit with what stands in its access list. */
export interface SeenUnit {
  readonly facts: UnitFacts;
  readonly descriptor?: SecurityDescriptor;
}

/** More units than that below one are not looked at. */
const MOST_UNITS = 1_000;

/** A served unit and all below it, and what the self-service accounts may do to people there; undefined when it is not there. */
export async function unitsBelow(
  connection: Connection,
  served: string,
  accounts: readonly OwnAccountFacts[],
): Promise<readonly SeenUnit[] | undefined> {
  const top = await readDescriptor(connection, served);
  if (!top) return undefined;
  const read = [top];
  const options = {
    scope: 'sub' as const,
    filter: ofKind('unit'),
    attributes: ['nTSecurityDescriptor'],
    paged: { pageSize: 200 },
  };
  for await (const page of connection.pages(served, options, daclOnly())) {
    for (const entry of page)
      if (oneSpelling(entry.dn) !== oneSpelling(served)) read.push(descriptorIn(entry));
    if (read.length >= MOST_UNITS) break;
  }
  return read.map((one, at) => seen(one, at === 0 ? served : one.distinguishedName, served, accounts));
}

function seen(
  { descriptor }: ReadDescriptor,
  distinguishedName: string,
  served: string,
  accounts: readonly OwnAccountFacts[],
): SeenUnit {
  const below = descriptor && { ...descriptor, entries: handedDown(descriptor.entries) };
  return {
    facts: {
      distinguishedName,
      served,
      sealed: descriptor?.sealed ?? false,
      ...(below && { access: accessOf(below, accounts) }),
    },
    ...(descriptor && { descriptor }),
  };
}

/** What the self-service accounts may do, by one access list. */
export const accessOf = (
  descriptor: Pick<SecurityDescriptor, 'entries' | 'open'>,
  accounts: readonly OwnAccountFacts[],
): readonly AccountAccess[] =>
  accounts.flatMap(({ role, name, shown }) => {
    if (role === 'data-proxy' || shown === undefined || shown === 'nobody') return [];
    const sids = new Set([shown.sid, ...shown.groups.map(({ sid }) => sid), ...EVERYBODY_SIGNED_IN]);
    return [
      {
        account: name,
        resetPassword: holds(descriptor, { sids }, REPAIR.resetPassword),
        unlock: holds(descriptor, { sids }, REPAIR.unlock),
        mustChange: holds(descriptor, { sids }, REPAIR.mustChange),
      },
    ];
  });
