import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kmsKeyedMac } from '../../../adapters/kms/keyed-mac.ts';
import { startAwsStandIns, type AwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';
import { keyedMacContract } from '../../contracts/keyed-mac.ts';

const unavailable = { name: 'Failure', code: 'keys-unavailable' };

describe('KMS, stood in for', () => {
  let aws: AwsStandIns;
  beforeAll(async () => {
    aws = await startAwsStandIns();
  });
  afterAll(() => aws.stop());

  keyedMacContract('KMS', async () => {
    for (const name of ['mac', 'another-mac']) aws.keys.ensure(name, 'HMAC_256');
    const client = new KMSClient({ endpoint: aws.url });
    return {
      fresh: () => kmsKeyedMac(client, 'alias/mac'),
      withAnotherKey: () => kmsKeyedMac(client, 'alias/another-mac'),
    };
  });

  it('is unavailable when the key is missing, is of another kind, or KMS is gone', async () => {
    aws.keys.ensure('sealing', 'SYMMETRIC_DEFAULT');
    const client = new KMSClient({ endpoint: aws.url });
    const gone = new KMSClient({ endpoint: 'http://127.0.0.1:1', maxAttempts: 1 });
    for (const mac of [
      kmsKeyedMac(client, 'none'),
      kmsKeyedMac(client, 'sealing'),
      kmsKeyedMac(gone, 'mac'),
    ]) {
      await expect(mac.tag(new Uint8Array(3))).rejects.toMatchObject(unavailable);
      await expect(mac.matches(new Uint8Array(3), 'tag')).rejects.toMatchObject(unavailable);
      await expect(mac.quickTag('code', '1')).rejects.toMatchObject(unavailable);
    }
  });
});

describe('the calls made to KMS', () => {
  const client = new KMSClient({});
  const kms = mockClient(client);
  const mac = () => kmsKeyedMac(client, 'the-key');
  beforeEach(() => {
    kms.reset();
    kms.on(GenerateMacCommand).resolves({ Mac: new Uint8Array(32).fill(7) });
  });

  it('are one GenerateMac for a tag', async () => {
    await mac().tag(new TextEncoder().encode('answer'));
    expect(kms.calls()).toHaveLength(1);
    expect(kms.commandCalls(GenerateMacCommand)[0]?.args[0].input).toEqual({
      KeyId: 'the-key',
      MacAlgorithm: 'HMAC_SHA_256',
      Message: Buffer.from('tag:answer'),
    });
  });

  it('are one and the same for a right, a wrong and a senseless tag', async () => {
    const right = Buffer.alloc(32, 7).toString('base64url');
    const inputs: unknown[] = [];
    for (const [tag, verdict] of [
      [right, true],
      [right.toLowerCase(), false],
      ['?', false],
    ] as const) {
      kms.resetHistory();
      expect(await mac().matches(Buffer.from('answer'), tag)).toBe(verdict);
      inputs.push(kms.calls().map(({ args }) => args[0].input));
    }
    expect(inputs[0]).toHaveLength(1);
    expect(inputs[1]).toEqual(inputs[0]);
    expect(inputs[2]).toEqual(inputs[0]);
  });

  it('are one per purpose for any number of quick tags, even at once', async () => {
    const one = mac();
    await Promise.all([one.quickTag('code', '1'), one.quickTag('code', '2'), one.quickTag('decoy', '1')]);
    await one.quickMatches('code', '1', 'no');
    const messages = kms.commandCalls(GenerateMacCommand).map(({ args }) => String(args[0].input.Message));
    expect(messages).toEqual(['subkey:code', 'subkey:decoy']);
  });

  it('are repeated after a failure, which names the key and is not remembered', async () => {
    const error = Object.assign(new Error('no'), { name: 'KMSInternalException' });
    kms
      .on(GenerateMacCommand)
      .rejectsOnce(error)
      .resolves({ Mac: new Uint8Array(32) });
    const one = mac();
    await expect(one.quickTag('code', '1')).rejects.toMatchObject({
      ...unavailable,
      message: 'KMS key the-key made no MAC (KMSInternalException, no answer)',
    });
    await expect(one.quickTag('code', '1')).resolves.toMatch(/^[\w-]{43}$/);
  });

  it('fail when KMS answers without a MAC', async () => {
    kms.on(GenerateMacCommand).resolves({});
    await expect(mac().tag(new Uint8Array(1))).rejects.toMatchObject(unavailable);
  });
});
