import type { RepairRights } from '../../../domain/ports/account.ts';
import { isPerson } from '../claim-filter.ts';
import type { Connection } from '../connection.ts';
import { daclOnly } from '../controls.ts';
import { bytes } from '../entry.ts';
import type { RepairHolders } from './holder.ts';
import { repairRightsOf } from './repair-rights.ts';

/** What the self-service accounts may do to the person of that name; undefined when there is none. A descriptor that is kept from us grants nothing. */
export async function readRights(
  connection: Connection,
  name: string,
  holdersOn: RepairHolders,
): Promise<RepairRights | undefined> {
  const entry = await connection.readEntry(
    name,
    { filter: isPerson(), attributes: ['nTSecurityDescriptor'] },
    daclOnly(),
  );
  if (!entry) return undefined;
  const [descriptor = Buffer.alloc(0)] = bytes(entry, 'nTSecurityDescriptor');
  return repairRightsOf(descriptor, await holdersOn(connection));
}
