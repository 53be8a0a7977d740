import { KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kmsTrailSigner } from '../../../adapters/kms/trail-signer.ts';
import { clientsOf } from '../../../local/aws-place.ts';
import { type AwsStandIns, startAwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';
import { trailSignerContract } from '../../contracts/trail-signer.ts';

describe('KMS, stood in for', () => {
  let aws: AwsStandIns;
  beforeAll(async () => {
    aws = await startAwsStandIns();
    aws.keys.ensure('trail', 'ECC_NIST_P256');
    aws.keys.ensure('mac', 'HMAC_256');
  });
  afterAll(() => aws.stop());
  const client = () => new KMSClient(clientsOf({ endpoint: aws.url, accessKeyId: 'test' }));

  trailSignerContract('on KMS', async () => () => kmsTrailSigner(client(), 'alias/trail'));

  it('is unavailable when the key is missing, or of another kind', async () => {
    for (const key of ['alias/none', 'alias/mac']) {
      const unavailable = {
        code: 'keys-unavailable',
        message: expect.stringContaining(`KMS key ${key} gave no`),
      };
      await expect(kmsTrailSigner(client(), key).sign('{}')).rejects.toMatchObject(unavailable);
      await expect(kmsTrailSigner(client(), key).key()).rejects.toMatchObject(unavailable);
    }
  });
});
