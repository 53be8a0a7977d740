import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kmsSeeds } from '../../../adapters/kms/seeds.ts';
import { startAwsStandIns, type AwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';
import { seedsContract } from '../../contracts/seeds.ts';

const unavailable = { name: 'Failure', code: 'keys-unavailable' };

describe('KMS, stood in for', () => {
  let aws: AwsStandIns;
  beforeAll(async () => {
    aws = await startAwsStandIns();
  });
  afterAll(() => aws.stop());

  seedsContract('KMS', async () => {
    for (const name of ['seeds', 'other-seeds']) aws.keys.ensure(name, 'HMAC_256');
    const client = new KMSClient({ endpoint: aws.url });
    return {
      seeds: () => kmsSeeds(client, 'alias/seeds'),
      others: () => kmsSeeds(client, 'alias/other-seeds'),
    };
  });
});

describe('the calls made to KMS', () => {
  const client = new KMSClient({});
  const kms = mockClient(client);
  beforeEach(() => {
    kms.reset();
    kms.on(GenerateMacCommand).resolves({ Mac: new Uint8Array(32).fill(7) });
  });

  it('are one a process, however many seeds of however many owners, even at once', async () => {
    const seeds = kmsSeeds(client, 'the-key');
    const owners = Array.from({ length: 20 }, (_, index) => `owner ${String(index)}`);
    const sealed = await Promise.all(owners.map((owner) => seeds.seal(owner, new Uint8Array(20))));
    for (const [index, owner] of owners.entries()) {
      const one = sealed[index];
      if (one) await seeds.open(owner, one);
    }
    expect(kms.calls().map(({ args }) => args[0].input)).toEqual([
      { KeyId: 'the-key', MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from('latchkey:seeds:1') },
    ]);
  });

  it('are repeated after a failure, which is not remembered', async () => {
    kms
      .on(GenerateMacCommand)
      .rejectsOnce(new Error('down'))
      .resolves({ Mac: new Uint8Array(32) });
    const seeds = kmsSeeds(client, 'the-key');
    await expect(seeds.seal('owner', new Uint8Array(20))).rejects.toMatchObject(unavailable);
    await expect(seeds.seal('owner', new Uint8Array(20))).resolves.toMatch(/^1\./);
  });
});
