import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { RECORD_BYTES } from './list-layout.ts';

/** Records that are written or read at once. */
const BLOCK = 64 * 1024;

/** A file of records that is being written; its header comes last, when the number of records is known. */
export interface RecordWriter {
  readonly path: string;
  readonly put: (record: number) => void;
  /** How many there are, and the last of them; -1 before the first. */
  readonly count: () => number;
  readonly last: () => number;
  /** Writes what is left, and the header in front. */
  readonly close: (header?: Buffer) => void;
}

/** Begins a file of records behind so many bytes of header. */
export function recordWriter(path: string, headerBytes: number): RecordWriter {
  const file = openSync(path, 'w');
  const block = Buffer.alloc(BLOCK * RECORD_BYTES);
  let [written, filled, last] = [0, 0, -1];
  const flush = () => {
    writeSync(file, block, 0, filled * RECORD_BYTES, headerBytes + written * RECORD_BYTES);
    written += filled;
    filled = 0;
  };
  return {
    path,
    put: (record) => {
      block.writeUIntBE(record, filled * RECORD_BYTES, RECORD_BYTES);
      filled += 1;
      last = record;
      if (filled === BLOCK) flush();
    },
    count: () => written + filled,
    last: () => last,
    close: (header) => {
      flush();
      if (header) writeSync(file, header, 0, header.length, 0);
      closeSync(file);
    },
  };
}

/** The records of a file that was written so, one after the other. */
export function* recordsOf(path: string, headerBytes: number): Generator<number> {
  const file = openSync(path, 'r');
  const block = Buffer.alloc(BLOCK * RECORD_BYTES);
  try {
    for (let position = headerBytes; ;) {
      const bytes = readSync(file, block, 0, block.length, position);
      for (let at = 0; at + RECORD_BYTES <= bytes; at += RECORD_BYTES)
        yield block.readUIntBE(at, RECORD_BYTES);
      if (bytes < block.length) return;
      position += bytes;
    }
  } finally {
    closeSync(file);
  }
}
