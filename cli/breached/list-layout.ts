/**
 * The file that the functions look passwords up in: a header of 32 bytes, then the first 6 bytes of each password's SHA-1, ascending,
 * none twice; all numbers big-endian. Whoever reads it describes it: adapters/breached-list/breached-file-layout.ts.
 */
export const HEADER_BYTES = 32;
export const RECORD_BYTES = 6;
const RECORD_LIMIT = 2 ** 48;

/** The header of a whole file. `atLeast`: how often a password was seen at least, to be among them. */
export function headerOf(records: number, atLeast: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('LKBREACH', 'latin1');
  header[8] = 1;
  header[9] = RECORD_BYTES;
  header.writeUIntBE(records, 10, 6);
  header.writeUIntBE(atLeast, 16, 6);
  return header;
}

/** Of so many passwords that are not on the list, one is taken for one that is. */
export const oneMistakenOf = (records: number): number => Math.floor(RECORD_LIMIT / Math.max(1, records));
