import { KMSClient } from '@aws-sdk/client-kms';
import { kmsKeyedMac } from '../../adapters/kms/keyed-mac.ts';
import { kmsOpener, kmsSealer } from '../../adapters/kms/sealer.ts';
import { kmsSeeds } from '../../adapters/kms/seeds.ts';
import { rememberedConfiguration } from '../../adapters/system/remembered-configuration.ts';
import type { CountedFlow } from '../../cost/counted-calls.ts';
import { sendDue } from '../../domain/messages/send-due.ts';
import { sweep } from '../../domain/recovery/sweep.ts';
import { api, type RouteKey } from '../../lambdas/api.ts';
import type { FunctionName } from '../../lambdas/environment.ts';
import { startAwsStandIns } from '../../local/aws/start-aws-stand-ins.ts';
import { dynamoStoresOn } from '../adapters/dynamodb/stores.ts';
import { eventOf, keyOf } from './asked-event.ts';
import { freshDynamoDb } from './central-store.ts';
import { countingDynamoDb } from './count-requests.ts';
import { frontDoor, type FrontDoor } from './front-door.ts';
import { aProduct } from './product.ts';

/** The product over DynamoDB Local and KMS's stand-in, where every call, run and mail is counted. */
export interface CountedProduct {
  readonly door: FrontDoor;
  /** What these requests took, the runs of the sender that they woke among it; made for several times, for one. */
  countedOf(act: () => Promise<unknown>): Promise<CountedFlow>;
  readonly idle: Readonly<Record<'outbox-sender' | 'sweeper', () => Promise<unknown>>>;
  stop(): Promise<void>;
}

export async function countedProduct(): Promise<CountedProduct> {
  const database = await freshDynamoDb();
  const standIns = await startAwsStandIns();
  const kms = new KMSClient({
    endpoint: standIns.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'counted', secretAccessKey: 'none' },
  });
  const store = countingDynamoDb(database.client);
  const keys = countingKeys(kms);
  const stores = dynamoStoresOn(database);
  const { clock, ...base } = aProduct();
  const product = {
    ...base,
    clock,
    ports: {
      ...base.ports,
      ...stores,
      configuration: rememberedConfiguration(stores.configuration, clock, 60_000),
      mac: kmsKeyedMac(kms, standIns.keys.ensure('mac', 'HMAC_256')),
      sealer: kmsSealer(kms, standIns.keys.ensure('seal', 'SYMMETRIC_DEFAULT'), clock),
      opener: kmsOpener(kms, clock),
      seeds: kmsSeeds(kms, standIns.keys.ensure('seeds', 'HMAC_256')),
    },
  };
  const runs = new Map<FunctionName, number>();
  const ran = (name: FunctionName) => runs.set(name, (runs.get(name) ?? 0) + 1);
  const inner = frontDoor(product);
  const writes = () =>
    ['PutItem', 'UpdateItem', 'TransactWriteItems'].reduce(
      (sum, name) => sum + (store.byOperation[name] ?? 0),
      0,
    );
  const door: FrontDoor = {
    ...inner,
    ask: async (asked) => {
      const key = keyOf(eventOf(asked));
      ran(Object.hasOwn(api, key) ? api[key as RouteKey].by : 'portal');
      const before = writes();
      const answer = await inner.ask(asked);
      // The stream wakes the sender, whatever it was that was written.
      if (writes() > before) {
        ran('outbox-sender');
        await sendDue(product.ports);
      }
      return answer;
    },
  };
  return {
    door,
    countedOf: async (act) => {
      store.reset();
      keys.clear();
      runs.clear();
      product.mailbox.length = 0;
      await act();
      const named = Object.entries(store.byOperation).map(([name, count]) => [`DynamoDB.${name}`, count]);
      const mails = product.mailbox.length;
      return {
        calls: sorted([...named, ...keys, ...(mails > 0 ? [['SES.SendEmail', mails]] : [])]),
        runs: sorted([...runs]),
      };
    },
    idle: { 'outbox-sender': () => sendDue(product.ports), sweeper: () => sweep(product.ports) },
    stop: () => standIns.stop(),
  };
}

const sorted = (entries: readonly (readonly unknown[])[]): Record<string, number> =>
  Object.fromEntries(
    entries
      .map(([name, count]) => [String(name), Number(count)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

function countingKeys(client: KMSClient): Map<string, number> {
  const counts = new Map<string, number>();
  client.middlewareStack.add(
    (next, context) => (args) => {
      const operation = `KMS.${(context.commandName ?? 'unknown').replace(/Command$/, '')}`;
      counts.set(operation, (counts.get(operation) ?? 0) + 1);
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'countRequests' },
  );
  return counts;
}
