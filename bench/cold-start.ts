import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleEntry } from '../lambdas/bundle.ts';
import type { FunctionName } from '../lambdas/environment.ts';
import { startRuntimeApi } from '../local/runtime-api.ts';
import { eventOf } from './invoke.ts';
import { startWorld } from './world.ts';

export type ColdStarts = Readonly<Record<string, { readonly ms: number; readonly ratio: number }>>;

const ROUNDS = 15;
/** Rotation is left out: nobody waits for it, and its first answer needs a rotation that was begun. Its memory is measured (bench/memory.ts). */
export type Measured = Exclude<FunctionName, 'rotation'>;

/** The SDK clients each function's handler.ts makes, and whether it hashes: all its twin has. */
const CLIENTS: Readonly<Record<Measured, { readonly clients: readonly string[]; readonly argon2: boolean }>> =
  {
    portal: { clients: ['dynamodb:DynamoDBClient'], argon2: false },
    enroll: {
      clients: ['dynamodb:DynamoDBClient', 'kms:KMSClient', 'secrets-manager:SecretsManagerClient'],
      argon2: true,
    },
    verify: {
      clients: ['dynamodb:DynamoDBClient', 'kms:KMSClient', 'secrets-manager:SecretsManagerClient'],
      argon2: true,
    },
    unlock: { clients: ['dynamodb:DynamoDBClient', 'secrets-manager:SecretsManagerClient'], argon2: false },
    reset: {
      clients: ['dynamodb:DynamoDBClient', 'kms:KMSClient', 'secrets-manager:SecretsManagerClient'],
      argon2: false,
    },
    federation: {
      clients: ['dynamodb:DynamoDBClient', 'kms:KMSClient', 'secrets-manager:SecretsManagerClient'],
      argon2: false,
    },
    admin: {
      clients: ['dynamodb:DynamoDBClient', 'kms:KMSClient', 'secrets-manager:SecretsManagerClient'],
      argon2: false,
    },
    console: { clients: [], argon2: false },
    announcer: {
      clients: ['dynamodb:DynamoDBClient', 'kms:KMSClient', 'secrets-manager:SecretsManagerClient'],
      argon2: false,
    },
    'outbox-sender': {
      clients: ['dynamodb:DynamoDBClient', 'kms:KMSClient', 'sesv2:SESv2Client', 'sns:SNSClient'],
      argon2: false,
    },
    'post-actions': {
      clients: ['dynamodb:DynamoDBClient', 'secrets-manager:SecretsManagerClient', 'sns:SNSClient'],
      argon2: false,
    },
    'attribute-writer': {
      clients: ['dynamodb:DynamoDBClient', 'secrets-manager:SecretsManagerClient'],
      argon2: false,
    },
    sweeper: { clients: ['dynamodb:DynamoDBClient', 'secrets-manager:SecretsManagerClient'], argon2: false },
    doctor: { clients: ['dynamodb:DynamoDBClient', 'secrets-manager:SecretsManagerClient'], argon2: false },
    'pre-flight': {
      clients: ['dynamodb:DynamoDBClient', 'secrets-manager:SecretsManagerClient'],
      argon2: false,
    },
    'trail-sealer': {
      clients: ['dynamodb:DynamoDBClient', 'kms:KMSClient', 's3:S3Client'],
      argon2: false,
    },
    // There is none in the bench, so that it answers without asking anybody.
    canary: { clients: ['secrets-manager:SecretsManagerClient'], argon2: false },
  };

/** A first request that each function answers with no more than the store, which its twin asks too. */
export const FIRST: Readonly<Record<Measured, object>> = {
  portal: eventOf('GET', '/'),
  enroll: eventOf('GET', '/enroll'),
  verify: eventOf('GET', '/recover'),
  unlock: eventOf('POST', '/api/recovery/unlock', { body: {}, headers: { 'idempotency-key': 'bench-cold' } }),
  reset: eventOf('GET', '/recover/reset'),
  federation: eventOf('GET', '/recover/openid-connect/return'),
  admin: eventOf('GET', '/api/admin/session'),
  console: eventOf('GET', '/console'),
  announcer: {},
  'outbox-sender': {},
  'post-actions': {},
  'attribute-writer': {},
  sweeper: {},
  doctor: eventOf('POST', '/api/admin/examination', { body: {} }),
  'pre-flight': {},
  'trail-sealer': {},
  canary: {},
};

/** Process start to first answer, each in a process of its own, built bundle and twin by turns; medians. */
export async function coldStarts(): Promise<ColdStarts> {
  const world = await startWorld(1);
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-twins-'));
  try {
    const found: Record<string, { ms: number; ratio: number }> = {};
    for (const name of Object.keys(FIRST) as Measured[]) {
      const twin = await buildTwin(name, folder);
      const times = { own: [] as number[], twin: [] as number[] };
      for (let i = 0; i < ROUNDS; i += 1) {
        times.own.push(await firstAnswer(world.bundle(name), FIRST[name], world.variables));
        times.twin.push(await firstAnswer(twin, FIRST[name], world.variables));
      }
      const [own, bare] = [median(times.own), median(times.twin)];
      found[name] = { ms: Math.round(own), ratio: Math.round((own / bare) * 100) / 100 };
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await world.stop();
  }
}

async function buildTwin(name: Measured, folder: string): Promise<string> {
  const { clients, argon2 } = CLIENTS[name];
  const lines = clients.map((client, i) => {
    const [module, constructor] = client.split(':');
    return `import { ${constructor} as C${i} } from '@aws-sdk/client-${module}'; const c${i} = new C${i}({});`;
  });
  // All but the console and the canary read the store before their first answer: the configuration, or what is due.
  const asks = name !== 'console' && name !== 'canary';
  const query = `import { QueryCommand } from '@aws-sdk/client-dynamodb';
    const ask = () => c0.send(new QueryCommand({ TableName: 'flows', IndexName: 'outbox', KeyConditionExpression: 'due = :due', ExpressionAttributeValues: { ':due': { S: 'due' } } }));`;
  const entry = path.join(import.meta.dirname, '..', '.latchkey', `twin-${name}.ts`);
  const code = [
    ...lines,
    argon2 ? "import argon2 from 'argon2';" : '',
    asks ? query : 'const ask = async () => undefined;',
    `export const parts = [${clients.map((_, i) => `c${i}`).join(', ')}${argon2 ? ', argon2' : ''}];`,
    "export const handler = async () => { await ask(); return { statusCode: 200, body: '' }; };",
  ];
  writeFileSync(entry, code.join('\n'));
  const outdir = path.join(folder, name);
  await bundleEntry(entry, outdir, argon2 ? 'x86_64' : undefined);
  rmSync(entry);
  return outdir;
}

/** Milliseconds from spawning a process, with a Lambda runtime in it, to its first answer through the Runtime API. */
async function firstAnswer(bundle: string, event: object, variables: NodeJS.ProcessEnv): Promise<number> {
  const api = await startRuntimeApi('bench');
  const answer = api.invoke(event);
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, '..', 'local', 'runtime-client.ts')],
    {
      cwd: bundle,
      env: { PATH: process.env['PATH'] ?? '', ...variables, AWS_LAMBDA_RUNTIME_API: api.address },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  await answer;
  const took = performance.now() - startedAt;
  child.kill();
  await api.stop();
  return took;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
