import { Failure } from '../../domain/failure.ts';

/**
 * A list of breached passwords as `latchkey breached build` writes it (cli/breached/; docs/breached-passwords.md): a header of 32
 * bytes, and then as many records as it says, each the first 6 bytes of a password's SHA-1 (of its UTF-8, as the lists of the
 * trade have it), in ascending order, none twice. All numbers are big-endian.
 *
 * | at | bytes | |
 * |---|---|---|
 * | 0 | 8 | `LKBREACH` |
 * | 8 | 1 | version of this layout: 1 |
 * | 9 | 1 | bytes of a record: 6 |
 * | 10 | 6 | number of records |
 * | 16 | 6 | how often a password was seen at least, to be among them |
 * | 22 | 10 | 0 |
 *
 * Of passwords that are not on it, it takes one in 2^48 / records for one that is: of ten million records, one in 28 million.
 */
export const HEADER_BYTES = 32;
export const RECORD_BYTES = 6;
/** One more than the highest record. */
export const RECORD_LIMIT = 2 ** 48;

const MAGIC = 'LKBREACH';
const VERSION = 1;

/** The number of records a file has. Throws a Failure for what is no such file, or not all of one. */
export function recordsIn(header: Buffer, fileBytes: number, path: string): number {
  const magic = header.toString('latin1', 0, MAGIC.length);
  if (header.length < HEADER_BYTES || magic !== MAGIC) throw unreadable(path, 'it is no such list');
  if (header[8] !== VERSION || header[9] !== RECORD_BYTES)
    throw unreadable(path, 'it was written by another version');
  const records = header.readUIntBE(10, 6);
  if (fileBytes !== HEADER_BYTES + records * RECORD_BYTES)
    throw unreadable(
      path,
      `it should have ${HEADER_BYTES + records * RECORD_BYTES} bytes, and has ${fileBytes}`,
    );
  return records;
}

/** Why a list cannot be used, and what to do. */
export const unreadable = (path: string, why: string, cause?: unknown): Failure =>
  new Failure(
    'breached-list-unavailable',
    `the list of breached passwords ${path} cannot be used: ${why}; build it anew with latchkey breached build`,
    { cause },
  );
