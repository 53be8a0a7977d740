import middy from '@middy/core';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { dynamoConfigurationStore } from '../../adapters/dynamodb/configuration-store.ts';
import { dynamoOutbox } from '../../adapters/dynamodb/outbox.ts';
import { dynamoRepudiations } from '../../adapters/dynamodb/repudiations.ts';
import { kmsOpener } from '../../adapters/kms/sealer.ts';
import { phoneNumbers } from '../../adapters/phone-numbers/phone-numbers.ts';
import { sesMessenger } from '../../adapters/ses/messenger.ts';
import { snsMessenger } from '../../adapters/sns/messenger.ts';
import { systemClock as clock } from '../../adapters/system/clock.ts';
import { systemRandom } from '../../adapters/system/random.ts';
import { messengerByChannel } from '../../adapters/system/messenger-by-channel.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import { configurationFrom, environmentOf, portalAddressFrom, tablesFrom } from '../environment.ts';
import { portalLetters } from '../letters.ts';
import { observability } from '../observability.ts';
import { sendDueRun } from './run.ts';

// Powers: the outbox, the configuration, open what is sealed, keep what links may do, count texts, SES, SNS.
export const POWERS = {
  configuration: ['dynamodb:Query configuration'],
  flows: [
    'dynamodb:GetItem errand flow session',
    'dynamodb:PutItem repudiation',
    'dynamodb:UpdateItem errand flow session texts told',
  ],
  'flows by outbox': ['dynamodb:Query due'],
  'mail identity': ['ses:SendEmail'],
  'seal key': ['kms:Decrypt'],
  'stream of flows': [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ],
  'telephone numbers': ['sns:Publish'],
} as const;

const { meter, layers } = observability('outbox-sender');
const environment = environmentOf('outbox-sender');
const tables = tablesFrom(environment);
const store = new DynamoDBClient({});

const ports = {
  outbox: dynamoOutbox(store, tables),
  random: systemRandom(),
  repudiations: dynamoRepudiations(store, tables),
  opener: kmsOpener(new KMSClient({})),
  messenger: messengerByChannel({
    email: sesMessenger(new SESv2Client({}), { from: environment.read('LATCHKEY_MAIL_FROM') }),
    sms: snsMessenger(new SNSClient({})),
  }),
  phoneNumbers: phoneNumbers(),
  letters: portalLetters(portalAddressFrom(environment)),
  configuration: rememberedConfiguration(
    dynamoConfigurationStore(store, tables, configurationFrom(environment)),
    clock,
    60_000,
  ),
  clock,
};

/** Woken by the flows table's stream and, should that fail, every minute. */
export const handler = middy().use(layers).handler(sendDueRun(ports, meter));
