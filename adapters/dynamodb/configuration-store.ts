import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Configuration } from '../../domain/policy/configuration.ts';
import type { ConfigurationStore } from '../../domain/ports/configuration-store.ts';
import { readStored } from '../central-store/read-stored.ts';
import { storedConfiguration } from '../central-store/stored-configuration.ts';
import { CONFIGURATION, keys } from './keys.ts';
import { dynamoRequests, held, type Row } from './requests.ts';
import type { Tables } from './tables.ts';

/** The configuration store on DynamoDB: table `configuration`. `deployed` is version 0, in force until one is published. */
export function dynamoConfigurationStore(
  client: DynamoDBClient,
  tables: Pick<Tables, 'configuration'>,
  deployed: Configuration,
): ConfigurationStore {
  const requests = dynamoRequests(client);
  const TableName = tables.configuration;
  return {
    async current() {
      const newestFirst = requests.query({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': CONFIGURATION },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: 1,
      });
      for await (const newest of newestFirst) return configurationOf(newest);
      return deployed;
    },
    async version(number) {
      if (number === 0) return deployed;
      const row = await requests.read(TableName, keys.configuration(number));
      return row && configurationOf(row);
    },
    async publish(next, seenVersion) {
      const version = seenVersion + 1;
      const Item = { ...keys.configuration(version), configuration: { ...next, version } };
      const ConditionExpression = 'attribute_not_exists(pk)';
      return held(await requests.put({ TableName, Item, ConditionExpression }), 'publish a configuration');
    },
  };
}

const configurationOf = ({ configuration }: Row): Configuration =>
  readStored(storedConfiguration, configuration, 'configuration');
