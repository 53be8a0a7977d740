import type { ConfigurationVersion } from '../../domain/policy/configuration.ts';
import type { TrailEvent } from '../../domain/trail/event.ts';
import { documentOf } from '../central-store/documents.ts';
import { exactVersion } from '../central-store/exact-version.ts';
import { keys } from './keys.ts';
import { held, taken, type Requests, type TransactionItem } from './requests.ts';
import type { Tables } from './tables.ts';
import { eventPut } from './trail.ts';

/** Keeps a version and its event in one transaction, while the version before it is the newest; false when it is not. */
export async function publish(
  requests: Requests,
  tables: Pick<Tables, 'configuration' | 'trail'>,
  next: ConfigurationVersion,
  event: TrailEvent,
): Promise<boolean> {
  if (next.version < 1) return false;
  const written = await requests.commit([
    versionPut(tables.configuration, next),
    eventPut(tables.trail, event),
    ...(next.version > 1 ? [versionCheck(tables.configuration, next.version - 1)] : []),
  ]);
  if (held(written, 'publish a configuration')) return true;
  const [version, , before] = written.kind === 'refused' ? written.rows : [];
  if (version === undefined && before === undefined) throw taken(written);
  return false;
}

const versionPut = (TableName: string, next: ConfigurationVersion): TransactionItem => ({
  Put: {
    TableName,
    Item: {
      ...keys.configuration(next.version),
      published: documentOf(exactVersion(next), 'the configuration'),
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

const versionCheck = (TableName: string, version: number): TransactionItem => ({
  ConditionCheck: {
    TableName,
    Key: keys.configuration(version),
    ConditionExpression: 'attribute_exists(pk)',
  },
});
