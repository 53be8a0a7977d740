import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Row } from '../requests.ts';
import { exportLines } from './export-lines.ts';
import { attributesOf } from './export-value.ts';
import { unreadRow } from './unread-row.ts';

interface DataFile {
  readonly file: string;
  readonly items: number;
  readonly md5: string;
}

/**
 * The rows of a table that DynamoDB exported to S3 (full, DYNAMODB_JSON), of which `folder` is a copy: what lies under
 * `AWSDynamoDB/<export id>/`. Every data file of the manifest must be there, undamaged and with all of its rows; anything else is an Error. A line that holds no row is one that cannot be read (unread-row.ts).
 */
export async function* exportRows(folder: string): AsyncGenerator<Row> {
  await checkKind(folder);
  for (const { file, items, md5 } of await dataFiles(folder)) {
    if (!(await lstat(file)).isFile()) throw new Error(`${file} is no regular file: copy the export again`);
    if ((await md5Of(file)) !== md5) throw new Error(`${file} is damaged: it is not what the manifest names`);
    let read = 0;
    for await (const row of rowsIn(file)) {
      read += 1;
      yield row;
    }
    if (read !== items) throw new Error(`${file} has ${read} rows, and its manifest says ${items}`);
  }
}

async function checkKind(folder: string): Promise<void> {
  const text = await fileIn(folder, 'manifest-summary.json');
  const { outputFormat, exportType = 'FULL_EXPORT' } = JSON.parse(text) as Readonly<Record<string, string>>;
  if (outputFormat === 'DYNAMODB_JSON' && exportType === 'FULL_EXPORT') return;
  throw new Error(
    `${folder} holds an export as ${String(outputFormat)}, ${exportType}: export the table again, fully, as DYNAMODB_JSON`,
  );
}

async function dataFiles(folder: string): Promise<readonly DataFile[]> {
  const lines = (await fileIn(folder, 'manifest-files.json')).split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const { dataFileS3Key, itemCount, md5Checksum } = JSON.parse(line) as Readonly<Record<string, unknown>>;
    const file = path.join(folder, 'data', path.posix.basename(String(dataFileS3Key)));
    return { file, items: Number(itemCount), md5: String(md5Checksum) };
  });
}

async function fileIn(folder: string, name: string): Promise<string> {
  try {
    return await readFile(path.join(folder, name), 'utf8');
  } catch (cause) {
    throw new Error(
      `${folder} has no ${name}: copy all that lies under AWSDynamoDB/<export id>/ in the bucket`,
      { cause },
    );
  }
}

/** MD5 is what the manifest has: it is against damage on the way, not against somebody who alters both. */
async function md5Of(file: string): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('base64');
}

async function* rowsIn(file: string): AsyncGenerator<Row> {
  // What breaks on the way reaches the reader by the end of the pipe.
  const text = pipeline(createReadStream(file), createGunzip(), () => undefined);
  let line = 0;
  for await (const json of exportLines(text)) {
    line += 1;
    if (json !== '') yield rowOf(json, `${file}, line ${line}`);
  }
}

function rowOf(json: string | undefined, place: string): Row {
  if (json === undefined) return unreadRow(`${place} is longer than any row of a table`);
  try {
    return attributesOf((JSON.parse(json) as { readonly Item?: unknown }).Item);
  } catch (cause) {
    return unreadRow(`${place} is no row of a table: ${(cause as Error).message.slice(0, 200)}`);
  }
}
