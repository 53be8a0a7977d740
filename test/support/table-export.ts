import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';

/**
 * Writes a table as DynamoDB exports one to S3 (full, DYNAMODB_JSON): data files of gzipped lines, and the two manifests. DynamoDB Local
 * has no exports; the layout is that of the developer guide, "DynamoDB table export output format".
 */
export async function exportTable(
  client: DynamoDBClient,
  TableName: string,
  folder: string,
  rowsPerFile = 1_000,
): Promise<string> {
  const lines: string[] = [];
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
    lines.push(...Items.map((Item) => JSON.stringify({ Item })));
  mkdirSync(path.join(folder, 'data'), { recursive: true });
  const files: object[] = [];
  for (let from = 0; from < lines.length; from += rowsPerFile) {
    const some = lines.slice(from, from + rowsPerFile);
    const name = `part${files.length}.json.gz`;
    const bytes = gzipSync(`${some.join('\n')}\n`);
    writeFileSync(path.join(folder, 'data', name), bytes);
    files.push({
      itemCount: some.length,
      md5Checksum: createHash('md5').update(bytes).digest('base64'),
      etag: 'none',
      dataFileS3Key: `backups/AWSDynamoDB/01690000000000-abcdef12/data/${name}`,
    });
  }
  const summary = { version: '2023-08-01', outputFormat: 'DYNAMODB_JSON', exportType: 'FULL_EXPORT' };
  writeFileSync(path.join(folder, 'manifest-summary.json'), JSON.stringify(summary));
  writeFileSync(
    path.join(folder, 'manifest-files.json'),
    files.map((file) => `${JSON.stringify(file)}\n`).join(''),
  );
  return folder;
}
