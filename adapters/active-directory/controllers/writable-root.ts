import { Failure } from '../../../domain/failure.ts';
import type { Connection } from '../connection.ts';
import { texts } from '../entry.ts';

/** LDAP_CAP_ACTIVE_DIRECTORY_PARTIAL_SECRETS in supportedCapabilities: a read-only DC (MS-ADTS 3.1.1.3.4.3.5). */
const READ_ONLY = '1.2.840.113556.1.4.1920';

/**
 * The controls that a domain controller knows, from its rootDSE. Throws Failure `directory-unreachable` for a read-only
 * one: it would answer a write with a referral, so it is passed over like one that is not there; `readOnly` is told.
 */
export async function controlsOfWritable(
  connection: Pick<Connection, 'url' | 'readEntry'>,
  readOnly: (url: string) => void = () => undefined,
): Promise<readonly string[]> {
  const root = await connection.readEntry('', { attributes: ['supportedControl', 'supportedCapabilities'] });
  if (root && texts(root, 'supportedCapabilities').includes(READ_ONLY)) {
    readOnly(connection.url);
    throw new Failure('directory-unreachable', `${connection.url} is a read-only domain controller`);
  }
  return root ? texts(root, 'supportedControl') : [];
}
