import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  type Configuration,
  configurationOf,
  type ConfigurationVersion,
} from '../../domain/policy/configuration.ts';
import type { ConfigurationStore } from '../../domain/ports/configuration-store.ts';
import { deployedParts } from '../central-store/deployed-parts.ts';
import { readDocument } from '../central-store/documents.ts';
import { storedVersion } from '../central-store/stored-version.ts';
import { CONFIGURATION, keys } from './keys.ts';
import { publish } from './publish.ts';
import { dynamoRequests, type Requests, type Row } from './requests.ts';
import type { Tables } from './tables.ts';

/**
 * The configuration store on DynamoDB: tables `configuration` and (for the event of a publication) `trail`. `deployed`
 * is version 0, in force until one is published; what of it is the deployment's own holds for every version.
 */
export function dynamoConfigurationStore(
  client: DynamoDBClient,
  tables: Pick<Tables, 'configuration' | 'trail'>,
  deployed: Configuration,
): ConfigurationStore {
  const requests = dynamoRequests(client);
  const { own, deployment } = deployedParts(deployed);
  const newest = (limit: number, before?: number) => published(requests, tables.configuration, limit, before);
  return {
    async current() {
      const [inForce = own] = await newest(1);
      return configurationOf(inForce, deployment);
    },
    async version(number) {
      if (number === own.version) return own;
      const row = await requests.read(tables.configuration, keys.configuration(number));
      return row && versionOf(row);
    },
    async versions(limit, before = Number.MAX_SAFE_INTEGER) {
      const found = await newest(limit, before);
      return before > own.version && found.length < limit ? [...found, own] : found;
    },
    publish: (next, event) => publish(requests, tables, next, event),
  };
}

async function published(requests: Requests, TableName: string, limit: number, before?: number) {
  const found: ConfigurationVersion[] = [];
  if (limit < 1) return found;
  const newestFirst = requests.query({
    TableName,
    KeyConditionExpression: before === undefined ? 'pk = :pk' : 'pk = :pk AND version < :before',
    ExpressionAttributeValues: { ':pk': CONFIGURATION, ...(before !== undefined && { ':before': before }) },
    ScanIndexForward: false,
    ConsistentRead: true,
    Limit: limit,
  });
  for await (const row of newestFirst) {
    found.push(versionOf(row));
    // Stop here: one step more would ask for the next page.
    if (found.length === limit) break;
  }
  return found;
}

const versionOf = ({ published: document }: Row): ConfigurationVersion =>
  readDocument(storedVersion, document, 'configuration');
