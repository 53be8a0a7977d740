import * as z from 'zod';
import { AwsFault } from './aws-fault.ts';
import { operation, type Service } from './operation.ts';
import type { S3Objects } from './s3-objects.ts';

const Place = { bucket: z.string().min(1), key: z.string().min(1) };
// Whatever is put here is put once; another way is not emulated.
const PutObject = z.object({ ...Place, body: z.string(), ifNoneMatch: z.literal('*') });

/** S3: PutObject of what is not there yet (If-None-Match), and GetObject. */
export function standInS3(objects: S3Objects): Service {
  return {
    PutObject: operation(PutObject, ({ bucket, key, body }) => {
      if (!objects.add(bucket, key, body))
        throw new AwsFault('PreconditionFailed', 'There is such an object', 412);
      return {};
    }),
    GetObject: operation(z.object(Place), ({ bucket, key }) => {
      const Body = objects.find(bucket, key);
      if (Body === undefined) throw new AwsFault('NoSuchKey', 'There is no such object', 404);
      return { Body };
    }),
  };
}
