import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { Failure } from '../../domain/failure.ts';
import type { TrailArchive } from '../../domain/ports/trail-archive.ts';
import { awsError, awsErrorName } from '../system/aws-error.ts';

/** There is such an object, or one is just being made. */
const TAKEN = ['PreconditionFailed', 'ConditionalRequestConflict'];
const ABSENT = ['NoSuchKey', 'NotFound'];

/**
 * The archive of the trail in a bucket, whose own settings lock what is in it. Files are made on the condition that there is none of
 * that name (If-None-Match). Needs `s3:PutObject`, `s3:GetObject`, and `s3:ListBucket`: without that, what is not there is an error.
 * S3 out of reach, or unwilling, is the Failure `archive-unavailable`.
 */
export function s3TrailArchive(config: S3ClientConfig, bucket: string): TrailArchive {
  const s3 = loadedOnce(config);
  const guarded = async <T>(what: string, refusals: readonly string[], send: () => Promise<T>) => {
    try {
      return await send();
    } catch (cause) {
      if (refusals.includes(awsErrorName(cause))) return undefined;
      throw new Failure('archive-unavailable', `the archive ${bucket} did not ${what} (${awsError(cause)})`, {
        cause,
      });
    }
  };
  return {
    async add(name, text) {
      const { client, PutObjectCommand } = await s3();
      const ContentType = name.endsWith('.pem') ? 'application/x-pem-file' : 'application/json';
      const put = new PutObjectCommand({
        Bucket: bucket,
        Key: name,
        Body: text,
        ContentType,
        IfNoneMatch: '*',
      });
      return (await guarded(`take ${name}`, TAKEN, () => client.send(put))) !== undefined;
    },
    async read(name) {
      const { client, GetObjectCommand } = await s3();
      return guarded(`give ${name}`, ABSENT, async () => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
        return Body?.transformToString();
      });
    },
  };
}

/** The client is a large one, and of all functions one needs it. */
function loadedOnce(config: S3ClientConfig) {
  let client: S3Client | undefined;
  return async () => {
    const { S3Client: Client, PutObjectCommand, GetObjectCommand } = await import('@aws-sdk/client-s3');
    client ??= new Client(config);
    return { client, PutObjectCommand, GetObjectCommand };
  };
}
