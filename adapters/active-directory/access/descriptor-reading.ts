import type { Entry } from 'ldapts';
import type { Connection } from '../connection.ts';
import { daclOnly } from '../controls.ts';
import { bytes } from '../entry.ts';
import { type SecurityDescriptor, securityDescriptorOf } from './security-descriptor.ts';

/** The access list of the object of that name. */
export interface ReadDescriptor {
  /** As the server spells it. */
  readonly distinguishedName: string;
  /** Left out when it is kept from us. */
  readonly descriptor?: SecurityDescriptor;
}

/** Reads an object's access list; undefined when there is no such object, or it is hidden. */
export async function readDescriptor(
  connection: Connection,
  name: string,
): Promise<ReadDescriptor | undefined> {
  const entry = await connection.readEntry(name, { attributes: ['nTSecurityDescriptor'] }, daclOnly());
  return entry && descriptorIn(entry);
}

/** The access list in an entry that was read with it. */
export function descriptorIn(entry: Entry): ReadDescriptor {
  const [read] = bytes(entry, 'nTSecurityDescriptor');
  return {
    distinguishedName: entry.dn,
    ...(read && { descriptor: securityDescriptorOf(read) }),
  };
}
