import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import { configurationFrom, environmentOf, siteFrom, tablesFrom } from '../environment.ts';
import { configurationAtHand } from '../http/configuration-at-hand.ts';
import { serve } from '../http/serve.ts';
import { observability } from '../observability.ts';
import { portalRoutes } from './routes.ts';

// Powers: read the configuration. Nothing of anybody.
export const POWERS = {
  configuration: ['dynamodb:Query configuration'],
} as const;

const { journal, meter, layers } = observability('portal');
const environment = environmentOf('portal');
const deployed = configurationFrom(environment);
const store = dynamoConfigurationStore(new DynamoDBClient({}), tablesFrom(environment), deployed);
const configuration = configurationAtHand(rememberedConfiguration(store, clock, 60_000), deployed);
const edge = { site: siteFrom(environment), journal, meter, configuration };

export const handler = serve(edge, portalRoutes(edge), layers);
