import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  GetSecretValueCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { GetAccountCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { CreateTopicCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startAwsStandIns, type AwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';

describe('the AWS stand-ins', () => {
  let aws: AwsStandIns;
  beforeAll(async () => {
    aws = await startAwsStandIns();
    vi.stubEnv('AWS_ENDPOINT_URL', aws.url);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await aws.stop();
  });

  it('serve clients built as the product builds them, pointed by AWS_ENDPOINT_URL alone', async () => {
    aws.secrets.ensure('plain', { username: 'svc', password: 'one' });
    const { SecretString } = await new SecretsManagerClient({}).send(
      new GetSecretValueCommand({ SecretId: 'plain' }),
    );
    expect(SecretString).toBe('{"username":"svc","password":"one"}');
    await new SNSClient({}).send(new PublishCommand({ PhoneNumber: '+4512345678', Message: 'Hello' }));
    expect(aws.mailbox.messages()).toMatchObject([
      { channel: 'sms', to: '+4512345678', text: 'Hello', from: 'NOTICE' },
    ]);
  });

  it('answer 501 with the operation’s name to what they do not know, at once', async () => {
    const unknown = [
      [new SecretsManagerClient({}).send(new ListSecretsCommand({})), 'ListSecrets'],
      [new SNSClient({}).send(new CreateTopicCommand({ Name: 'x' })), 'CreateTopic'],
      [new SESv2Client({}).send(new GetAccountCommand({})), 'GET /v2/email/account'],
    ] as const;
    for (const [answer, operation] of unknown) {
      await expect(answer).rejects.toMatchObject({
        message: `${operation} is not emulated here`,
        $metadata: { httpStatusCode: 501, attempts: 1 },
      });
    }
  });

  it('fail an operation as often as they are told, in a way that the SDK repeats', async () => {
    const client = new SNSClient({});
    const publish = () => client.send(new PublishCommand({ PhoneNumber: '+4512345678', Message: 'Hello' }));
    aws.fail('Publish', 2);
    expect((await publish()).$metadata.attempts).toBe(3);
    aws.fail('Publish', 1, { code: 'OptedOut', status: 400 });
    await expect(publish()).rejects.toMatchObject({
      name: 'OptedOutException',
      $metadata: { httpStatusCode: 400 },
    });
    expect((await publish()).$metadata.attempts).toBe(1);
  });

  it('answer nothing to requests that no SDK signed', async () => {
    const body = 'Action=Publish&Version=2010-03-31&PhoneNumber=%2B4512345678&Message=Forged';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const before = aws.mailbox.messages().length;
    expect((await fetch(aws.url, { method: 'POST', headers, body })).status).toBe(403);
    expect(aws.mailbox.messages()).toHaveLength(before);
  });

  it('listen on the loopback address alone', async () => {
    const port = new URL(aws.url).port;
    const outward = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    expect(new URL(aws.url).hostname).toBe('127.0.0.1');
    for (const { address } of outward)
      await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow('fetch failed');
  });
});

describe('the AWS stand-ins with a folder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'latchkey-aws-')), 'data');
  });
  afterAll(() => rm(path.dirname(folder), { recursive: true }));

  async function during<Value>(work: (aws: AwsStandIns) => Promise<Value>): Promise<Value> {
    const aws = await startAwsStandIns({ folder });
    try {
      return await work(aws);
    } finally {
      await aws.stop();
    }
  }

  it('keep keys and secrets over a restart, readable by their owner alone', async () => {
    const text = new TextEncoder().encode('ada@corp.example');
    const sealed = await during(async ({ url, keys, secrets }) => {
      keys.ensure('sealing', 'SYMMETRIC_DEFAULT');
      secrets.ensure('proxy', { password: 'first' });
      const kms = new KMSClient({ endpoint: url });
      return kms.send(new EncryptCommand({ KeyId: 'sealing', Plaintext: text }));
    });
    await during(async ({ url, keys, secrets }) => {
      expect(keys.ensure('sealing', 'SYMMETRIC_DEFAULT')).toBe(sealed.KeyId);
      secrets.ensure('proxy', { password: 'second' });
      const opened = await new KMSClient({ endpoint: url }).send(
        new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob }),
      );
      expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe('ada@corp.example');
      const manager = new SecretsManagerClient({ endpoint: url });
      const { SecretString } = await manager.send(new GetSecretValueCommand({ SecretId: 'proxy' }));
      expect(SecretString).toBe('{"password":"first"}');
    });
    expect((await readdir(folder)).sort()).toEqual(['kms-keys.json', 'secrets.json']);
    for (const name of await readdir(folder)) {
      expect((await stat(path.join(folder, name))).mode & 0o777).toBe(0o600);
    }
  });

  it('refuse to start over a damaged file, and leave it as it is', async () => {
    const file = path.join(folder, 'kms-keys.json');
    const whole = await readFile(file, 'utf8');
    for (const text of ['', whole.slice(0, -9), '{"hunter2"']) {
      await writeFile(file, text);
      const failure: unknown = await startAwsStandIns({ folder }).catch((error: unknown) => error);
      expect(String(failure)).toContain('kms-keys.json is damaged');
      expect(String(failure)).not.toContain('hunter2');
      expect(await readFile(file, 'utf8')).toBe(text);
    }
    await writeFile(file, whole);
  });
});
