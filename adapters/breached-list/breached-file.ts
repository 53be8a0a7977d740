import { createHash } from 'node:crypto';
import { fstatSync, openSync, readSync } from 'node:fs';
import type { BreachedPasswords } from '../../domain/ports/breached-passwords.ts';
import { HEADER_BYTES, RECORD_BYTES, RECORD_LIMIT, recordsIn, unreadable } from './breached-file-layout.ts';

/** Records read at once: 6 KiB, which hold the one looked for at the first or second read. */
const BLOCK = 1024;
/** Guesses by interpolation before the middle is taken: a list that is not evenly spread must not cost more. */
const GUESSES = 6;

/**
 * The list in a file (breached-file-layout.ts). Asks nobody; holds nothing of it in memory, and opens it at the first question, for
 * good. Throws a Failure when it cannot be read.
 */
export function breachedFile(path: string): BreachedPasswords {
  let opened: OpenList | undefined;
  return {
    async includes(password) {
      try {
        opened ??= openList(path);
        return contains(opened, recordOf(password));
      } catch (error) {
        if (error instanceof Error && 'syscall' in error) throw unreadable(path, error.message, error);
        throw error;
      }
    },
  };
}

interface OpenList {
  readonly records: number;
  /** So many records from the one at `from`. */
  readonly read: (from: number, count: number) => Buffer;
}

const recordOf = (password: string): number =>
  createHash('sha1').update(password, 'utf8').digest().readUIntBE(0, RECORD_BYTES);

function openList(path: string): OpenList {
  const file = openSync(path, 'r');
  const readAt = (position: number, length: number): Buffer => {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, position));
  };
  return {
    records: recordsIn(readAt(0, HEADER_BYTES), fstatSync(file).size, path),
    read: (from, count) => readAt(HEADER_BYTES + from * RECORD_BYTES, count * RECORD_BYTES),
  };
}

/** Searches a list of ascending records; each read leaves the part of it that the next one has to look at. */
function contains({ records, read }: OpenList, wanted: number): boolean {
  let [low, high] = [0, records];
  let [lowest, highest] = [0, RECORD_LIMIT];
  for (let guesses = 0; low < high; guesses += 1) {
    const share = guesses < GUESSES ? (wanted - lowest) / (highest - lowest) : 0.5;
    const guess = low + Math.floor(share * (high - low));
    const from = Math.max(low, Math.min(guess - BLOCK / 2, high - BLOCK));
    const block = read(from, Math.min(BLOCK, high - from));
    const count = block.length / RECORD_BYTES;
    const first = block.readUIntBE(0, RECORD_BYTES);
    const last = block.readUIntBE((count - 1) * RECORD_BYTES, RECORD_BYTES);
    if (wanted < first) [high, highest] = [from, first];
    else if (wanted > last) [low, lowest] = [from + count, last + 1];
    else return isInBlock(block, count, wanted);
  }
  return false;
}

function isInBlock(block: Buffer, count: number, wanted: number): boolean {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const record = block.readUIntBE(middle * RECORD_BYTES, RECORD_BYTES);
    if (record === wanted) return true;
    if (record < wanted) low = middle + 1;
    else high = middle;
  }
  return false;
}
