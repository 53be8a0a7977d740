import { renameSync, rmSync } from 'node:fs';
import { HEADER_BYTES, headerOf } from './list-layout.ts';
import { merged } from './merged.ts';
import { recordsOf, recordWriter, type RecordWriter } from './record-file.ts';

/** Records that are sorted at once: 32 MB of them. */
const IN_MEMORY = 4 * 1024 * 1024;

export interface WrittenList {
  readonly records: number;
  /** Whether they came in order already. */
  readonly inOrder: boolean;
}

/**
 * Writes records, in whatever order they come, as a list in order, none twice. In memory are never more than `inMemory` of them: while
 * they come in order they go straight to the file, and from the first that does not they are sorted piece by piece, in files beside
 * `out`, and merged. `out` is replaced at the end, whole; what was begun is removed when it fails.
 */
export async function writeList(
  batches: AsyncIterable<Float64Array>,
  out: string,
  { atLeast, inMemory = IN_MEMORY }: { readonly atLeast: number; readonly inMemory?: number },
): Promise<WrittenList> {
  const runs: RecordWriter[] = [];
  const begin = () => {
    const run = recordWriter(`${out}.part-${runs.length}`, HEADER_BYTES);
    runs.push(run);
    return run;
  };
  try {
    const first = begin();
    const waiting = waitingRecords(inMemory, begin);
    for await (const batch of batches) {
      for (const record of batch) {
        if (waiting.isEmpty() && record > first.last()) first.put(record);
        else if (!waiting.isEmpty() || record < first.last()) waiting.add(record);
      }
    }
    waiting.flush();
    const inOrder = runs.length === 1;
    const whole = inOrder ? first : mergedRuns(runs, `${out}.part`);
    whole.close(headerOf(whole.count(), atLeast));
    renameSync(whole.path, out);
    return { records: whole.count(), inOrder };
  } finally {
    for (const { path } of runs) rmSync(path, { force: true });
    rmSync(`${out}.part`, { force: true });
  }
}

/** Records that came out of order, until there are enough of them for a file of their own. */
function waitingRecords(inMemory: number, begin: () => RecordWriter) {
  let records: Float64Array | undefined;
  let count = 0;
  const flush = () => {
    if (records === undefined || count === 0) return;
    const run = begin();
    for (const record of records.subarray(0, count).sort()) if (record !== run.last()) run.put(record);
    count = 0;
  };
  return {
    isEmpty: () => records === undefined,
    add: (record: number) => {
      records ??= new Float64Array(inMemory);
      records[count] = record;
      count += 1;
      if (count === inMemory) flush();
    },
    flush,
  };
}

function mergedRuns(runs: readonly RecordWriter[], path: string): RecordWriter {
  for (const run of runs) run.close();
  const whole = recordWriter(path, HEADER_BYTES);
  for (const record of merged(runs.map((run) => recordsOf(run.path, HEADER_BYTES)))) whole.put(record);
  return whole;
}
