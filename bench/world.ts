import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTables } from '../adapters/dynamodb/create-tables.ts';
import type { Tables } from '../adapters/dynamodb/tables.ts';
import { bundleFunction } from '../lambdas/bundle.ts';
import { FUNCTION_NAMES, type FunctionName } from '../lambdas/environment.ts';
import { startAwsStandIns, type AwsStandIns } from '../local/aws/start-aws-stand-ins.ts';
import { findJava, startDynamoDbLocal } from '../local/dynamodb-local.ts';
import { DOMAIN } from '../local/people.ts';
import { countingProxy, type CountingProxy } from './counting-proxy.ts';
import { domainAt } from './data-proxy-at.ts';

const TABLES: Tables = {
  configuration: 'configuration',
  enrollments: 'enrollments',
  flows: 'flows',
  trail: 'trail',
};

/** All the product needs around it, each part in a process of its own but the small stand-ins, which live here. */
export interface World {
  readonly variables: NodeJS.ProcessEnv;
  readonly standIns: AwsStandIns;
  readonly store: CountingProxy;
  readonly aws: CountingProxy;
  readonly ca: string;
  readonly directoryUrl: string;
  bundle(name: FunctionName): string;
  /** CPU time of the directory's process so far, in microseconds, and what it was asked. */
  directory(): Promise<{ readonly cpu: number; readonly counts: Readonly<Record<string, unknown>> }>;
  stop(): Promise<void>;
}

/** Builds the bundles and starts the directory, DynamoDB Local and the stand-ins. Throws when there is no Java. */
export async function startWorld(people: number): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-bench-'));
  const directory = fork(path.join(import.meta.dirname, 'directory-process.ts'), [String(people)]);
  const { url, ca } = await message<{ url: string; ca: string }>(directory);
  const java = findJava();
  if (!java)
    throw new Error(
      'The bench needs Java 17 or later for DynamoDB Local (apt-get install default-jre-headless)',
    );
  const local = await startDynamoDbLocal(java);
  const standIns = await startAwsStandIns();
  const [store, aws] = await Promise.all([
    local.ready().then(() => countingProxy(local.endpoint)),
    countingProxy(standIns.url),
  ]);
  const domains = [domainAt(url, ca)];
  const domainsFile = path.join(folder, 'domains.json');
  writeFileSync(domainsFile, JSON.stringify(domains));
  const variables = variablesOf({ standIns, store, aws, domainsFile });
  Object.assign(process.env, variables);
  await createTables(new DynamoDBClient({}), TABLES);
  const bundle = (name: FunctionName) => path.join(folder, name);
  for (const name of FUNCTION_NAMES) await bundleFunction(name, bundle(name), 'x86_64', { domains });
  return {
    variables,
    standIns,
    store,
    aws,
    ca,
    directoryUrl: url,
    bundle,
    directory: async () => {
      directory.send('cpu');
      const { cpu, counts } = await message<{ cpu: NodeJS.CpuUsage; counts: Record<string, unknown> }>(
        directory,
      );
      return { cpu: cpu.user + cpu.system, counts };
    },
    stop: async () => {
      directory.disconnect();
      store.stop();
      aws.stop();
      await Promise.all([local.stop(), standIns.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The next message of a child process. Rejects when it ends instead. */
export const message = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a bench process ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (value) => {
      child.off('exit', ended);
      resolve(value as T);
    });
  });

function variablesOf(parts: {
  standIns: AwsStandIns;
  store: CountingProxy;
  aws: CountingProxy;
  domainsFile: string;
}) {
  const account = ({ username, password }: { username: string; password: string }) => ({
    username: `${DOMAIN.netbios}\\${username}`,
    password,
  });
  const ofDomain = (secretId: string) => JSON.stringify({ [DOMAIN.netbios]: secretId });
  const plenty = 1_000_000;
  return {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: parts.aws.url,
    AWS_ENDPOINT_URL_DYNAMODB: parts.store.url,
    POWERTOOLS_LOG_LEVEL: 'ERROR',
    POWERTOOLS_METRICS_DISABLED: 'true',
    LATCHKEY_ENVIRONMENT: 'Bench',
    LATCHKEY_TRAIL_BUCKET: 'trail',
    LATCHKEY_TRAIL_KEY: parts.standIns.keys.ensure('trail', 'ECC_NIST_P256'),
    LATCHKEY_CANARY: 'none',
    LATCHKEY_ORIGIN: 'https://bench.example.test',
    LATCHKEY_BASE_PATH: '',
    LATCHKEY_VERSION: 'bench',
    LATCHKEY_CUSTOM_DOMAIN: 'yes',
    LATCHKEY_DEMO: 'no',
    LATCHKEY_POLICY: JSON.stringify({
      organization: { name: 'Bench', helpDeskPhone: '+1 555 0100' },
      defaultDomain: DOMAIN.netbios,
      eligibility: {
        bases: [`OU=Staff,${DOMAIN.base}`],
        ownAccounts: [DOMAIN.reader, DOMAIN.readerAlternate, DOMAIN.resetter, DOMAIN.resetterAlternate].map(
          ({ username }) => `${DOMAIN.netbios}\\${username}`,
        ),
      },
      limits: { startsPerSourceHour: plenty, startsPerHour: plenty },
    }),
    LATCHKEY_TABLES: JSON.stringify(TABLES),
    LATCHKEY_DOMAINS_FILE: parts.domainsFile,
    LATCHKEY_DATA_PROXY_SECRETS: ofDomain(
      // With an alternate, so that it can be rotated.
      parts.standIns.secrets.ensure('data-proxy', {
        ...account(DOMAIN.reader),
        alternate: account(DOMAIN.readerAlternate),
      }),
    ),
    LATCHKEY_SELF_SERVICE_SECRETS: ofDomain(
      parts.standIns.secrets.ensure('self-service', account(DOMAIN.resetter)),
    ),
    LATCHKEY_BREACHED_PASSWORDS: '"common"',
    LATCHKEY_MAC_KEY: parts.standIns.keys.ensure('mac', 'HMAC_256'),
    LATCHKEY_SEAL_KEY: parts.standIns.keys.ensure('seal', 'SYMMETRIC_DEFAULT'),
    LATCHKEY_SEED_KEY: parts.standIns.keys.ensure('seeds', 'HMAC_256'),
    LATCHKEY_FEDERATION_KEY: parts.standIns.keys.ensure('federation', 'HMAC_256'),
    LATCHKEY_IDENTITY_PROVIDER: 'none',
    LATCHKEY_EXTERNAL_RESPONSES: 'none',
    LATCHKEY_MAIL_FROM: 'latchkey@example.test',
    LATCHKEY_WEBHOOKS: '[]',
    LATCHKEY_EVENTS_TOPIC: 'none',
    LATCHKEY_ATTRIBUTE_WRITER_SECRETS: '{}',
  };
}
