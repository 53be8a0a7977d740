import {
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateMacCommand,
  KMSClient,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAwsStandIns, type AwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';

const text = (value: string) => new TextEncoder().encode(value);

describe('the stand-in for KMS', () => {
  let aws: AwsStandIns;
  let kms: KMSClient;
  beforeAll(async () => {
    aws = await startAwsStandIns();
    kms = new KMSClient({ endpoint: aws.url });
    for (const name of ['mac', 'mac-2']) aws.keys.ensure(name, 'HMAC_256');
    for (const name of ['sealing', 'sealing-2']) aws.keys.ensure(name, 'SYMMETRIC_DEFAULT');
  });
  afterAll(() => aws.stop());

  const macOf = (KeyId: string, message: string) =>
    kms.send(new GenerateMacCommand({ KeyId, Message: text(message), MacAlgorithm: 'HMAC_SHA_256' }));

  it('knows a key by name, alias, id and ARN', async () => {
    const arn = aws.keys.ensure('mac', 'HMAC_256');
    expect(arn).toMatch(/^arn:aws:kms:eu-west-1:000000000000:key\/[0-9a-f-]{36}$/);
    const macs = await Promise.all(
      ['mac', 'alias/mac', arn, arn.replace(/^.*key\//, ''), arn.replace(/key\/.*$/, 'alias/mac')].map((id) =>
        macOf(id, 'm'),
      ),
    );
    expect(new Set(macs.map(({ Mac }) => Buffer.from(Mac ?? []).toString('hex'))).size).toBe(1);
    expect(macs.every(({ KeyId, Mac }) => KeyId === arn && Mac?.length === 32)).toBe(true);
    await expect(macOf('nobody', 'm')).rejects.toMatchObject({ name: 'NotFoundException' });
    await expect(macOf('sealing', 'm')).rejects.toMatchObject({ name: 'InvalidKeyUsageException' });
  });

  it('verifies its MACs, and answers a wrong one with an exception as KMS does', async () => {
    const { Mac } = await macOf('mac', 'message');
    const verify = (KeyId: string, message: string) =>
      kms.send(new VerifyMacCommand({ KeyId, Message: text(message), MacAlgorithm: 'HMAC_SHA_256', Mac }));
    expect((await verify('mac', 'message')).MacValid).toBe(true);
    await expect(verify('mac', 'another')).rejects.toMatchObject({ name: 'KMSInvalidMacException' });
    await expect(verify('mac-2', 'message')).rejects.toMatchObject({ name: 'KMSInvalidMacException' });
  });

  it('refuses a message longer than KMS takes', async () => {
    await expect(macOf('mac', 'm'.repeat(4096))).resolves.toBeDefined();
    await expect(macOf('mac', 'm'.repeat(4097))).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('opens a ciphertext under the same context in any order, and under no other', async () => {
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({
        KeyId: 'sealing',
        Plaintext: text('secret'),
        EncryptionContext: { a: '1', b: '2' },
      }),
    );
    const open = (EncryptionContext?: Record<string, string>) =>
      kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    expect(Buffer.from((await open({ b: '2', a: '1' })).Plaintext ?? []).toString()).toBe('secret');
    for (const context of [undefined, {}, { a: '1' }, { a: '2', b: '1' }, { a: '1', b: '2', c: '3' }]) {
      await expect(open(context)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
    }
  });

  it('opens nothing that was altered, cut, or made under a key that was not meant', async () => {
    const { CiphertextBlob: blob = new Uint8Array() } = await kms.send(
      new EncryptCommand({ KeyId: 'sealing', Plaintext: text('secret') }),
    );
    const open = (CiphertextBlob: Uint8Array, KeyId?: string) =>
      kms.send(new DecryptCommand({ CiphertextBlob, KeyId }));
    const altered = blob.map((byte, index) => (index === blob.length - 1 ? byte ^ 1 : byte));
    for (const wrong of [altered, blob.slice(0, -1), blob.slice(0, 3), text('x')]) {
      await expect(open(wrong)).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
    }
    await expect(open(blob, 'sealing')).resolves.toBeDefined();
    await expect(open(blob, 'sealing-2')).rejects.toMatchObject({ name: 'IncorrectKeyException' });
  });

  it('gives data keys that come out of Decrypt as they were', async () => {
    const generate = () =>
      kms.send(
        new GenerateDataKeyCommand({ KeyId: 'sealing', KeySpec: 'AES_256', EncryptionContext: { a: '1' } }),
      );
    const [one, two] = [await generate(), await generate()];
    expect(one.Plaintext).toHaveLength(32);
    expect(one.Plaintext).not.toEqual(two.Plaintext);
    const opened = await kms.send(
      new DecryptCommand({ CiphertextBlob: one.CiphertextBlob, EncryptionContext: { a: '1' } }),
    );
    expect(opened.Plaintext).toEqual(one.Plaintext);
    expect(opened.KeyId).toBe(one.KeyId);
  });
});
