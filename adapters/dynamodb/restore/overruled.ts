import type { Freeze } from '../../../domain/ports/person-notes.ts';
import { readDocument } from '../../central-store/documents.ts';
import { storedEnrollment } from '../../central-store/stored-enrollment.ts';
import { CONFIGURATION } from '../keys.ts';
import type { Requests, Row } from '../requests.ts';
import type { TableName } from '../tables.ts';

/** Where a row goes: the one that is there, what it would become, and the newest version of the configuration that is there. */
interface Coming {
  readonly table: TableName;
  readonly present: Row | undefined;
  readonly joined: Row;
  readonly newest: number;
}

/**
 * Says where a back-up takes the place of what is there. In order where the table is the older one; where it is not, the back-up was
 * altered, which nothing else would show.
 */
export function overruled({ table, present, joined, newest }: Coming): string | undefined {
  const { pk } = joined;
  if (table === 'configuration' && !present && newest > 0 && Number(joined['version']) > newest)
    return `version ${String(joined['version'])} of the configuration comes in force in place of version ${newest}`;
  if (table === 'enrollments' && present)
    return `${String(pk)} registered at ${changedAt(joined)} by the back-up, which takes the place of what was registered at ${changedAt(present)}`;
  const freeze = present?.['freeze'] as Freeze | undefined;
  if (table === 'flows' && freeze && joined['freeze'] === undefined)
    return `${String(pk)} was on hold since ${iso(freeze.at)}, and is given back self-service, as the back-up says of ${iso(Number(joined['liftedAt']))}`;
  return undefined;
}

/** The newest version that a table of configurations has; 0 where it has none, or is none. */
export async function newestVersion(requests: Requests, table: TableName, name: string): Promise<number> {
  if (table !== 'configuration') return 0;
  const rows = requests.query({
    TableName: name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': CONFIGURATION },
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: 1,
  });
  for await (const { version } of rows) return Number(version);
  return 0;
}

const iso = (at: number): string => new Date(at).toISOString();
const changedAt = ({ enrollment }: Row): string =>
  iso(readDocument(storedEnrollment, enrollment, 'enrollment').changedAt);
