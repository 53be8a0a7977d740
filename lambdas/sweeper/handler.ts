import middy from '@middy/core';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { directoryReader } from '../../adapters/active-directory/directory-reader.ts';
import { dynamoFlowStore } from '../../adapters/dynamodb/flow-store.ts';
import { secretCredentials } from '../../adapters/secrets-manager/credential-source.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { domainFrom, environmentOf, tablesFrom } from '../environment.ts';
import { observability } from '../observability.ts';
import { sweepRun } from './run.ts';

// Powers: read the directory (data proxy), settle flows, write the trail.
const { journal, meter, layers } = observability('sweeper');
const environment = environmentOf('sweeper');
const store = new DynamoDBClient({});
const dataProxy = secretCredentials(
  new SecretsManagerClient({}),
  environment.read('LATCHKEY_DATA_PROXY_SECRET'),
  clock,
);

const ports = {
  directory: directoryReader(domainFrom(environment, journal), dataProxy),
  flows: dynamoFlowStore(store, tablesFrom(environment)),
  random: systemRandom(),
  clock,
};

/** Woken every minute. */
export const handler = middy().use(layers).handler(sweepRun(ports, meter));
