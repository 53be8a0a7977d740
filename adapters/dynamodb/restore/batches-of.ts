import type { Row } from '../requests.ts';

/** As many as one batch may read. */
const BATCH = 100;

/** The rows in batches that can be asked for at once. */
export async function* batchesOf(rows: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
