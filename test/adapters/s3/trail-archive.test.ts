import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s3TrailArchive } from '../../../adapters/s3/trail-archive.ts';
import { clientsOf } from '../../../local/aws-place.ts';
import { type AwsStandIns, startAwsStandIns } from '../../../local/aws/start-aws-stand-ins.ts';
import { trailArchiveContract } from '../../contracts/trail-archive.ts';

describe('S3, stood in for', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-s3-'));
  let [inMemory, onDisk]: AwsStandIns[] = [];
  const archiveAt = (aws: AwsStandIns | undefined) =>
    s3TrailArchive(clientsOf({ endpoint: aws?.url ?? '', accessKeyId: 'test' }), 'the-archive');
  beforeAll(async () => {
    [inMemory, onDisk] = [await startAwsStandIns(), await startAwsStandIns({ folder })];
  });
  afterAll(async () => {
    await Promise.all([inMemory?.stop(), onDisk?.stop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  trailArchiveContract('on S3', async () => archiveAt(inMemory));
  trailArchiveContract('on S3 that keeps files', async () => archiveAt(onDisk));

  it('is asked again where S3 had an error of its own', async () => {
    inMemory?.fail('PutObject', 1);
    expect(await archiveAt(inMemory).add('roots/0000000001.json', '{}\n')).toBe(true);
  });

  it('leaves it open whose the file is when two put it at the very same time', async () => {
    inMemory?.fail('PutObject', 1, { code: 'ConditionalRequestConflict', status: 409 });
    expect(await archiveAt(inMemory).add('roots/0000000002.json', '{}\n')).toBe(false);
  });

  it('says that the archive is unavailable, without what was to be kept, when S3 is unwilling or gone', async () => {
    inMemory?.fail('PutObject', 1, { code: 'AccessDenied', status: 403 });
    const refused = archiveAt(inMemory).add('roots/0000000003.json', 'secret');
    await expect(refused).rejects.toMatchObject({
      code: 'archive-unavailable',
      message: expect.stringMatching(
        /the-archive did not take roots\/0000000003\.json \(AccessDenied, HTTP 403/,
      ),
    });
    const gone = s3TrailArchive(
      { ...clientsOf({ endpoint: 'http://127.0.0.1:1', accessKeyId: 'test' }), maxAttempts: 1 },
      'the-archive',
    );
    await expect(gone.read('roots/0000000001.json')).rejects.toMatchObject({ code: 'archive-unavailable' });
  });
});
