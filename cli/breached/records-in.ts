import { createHash } from 'node:crypto';
import type { SomeLines } from './lines.ts';
import { RECORD_BYTES } from './list-layout.ts';

const HASH = 40;
const COLON = 58;
const ZERO = 48;

/** What a list is made of: the SHA-1 of passwords with how often each was seen, or the passwords themselves. */
export type ListKind = 'hashes' | 'words';

/** Which of the two a list is, by its first line. Throws an Error for hashes that are no SHA-1. */
export function kindOf(line: Buffer): ListKind {
  if (/^[0-9A-F]{32}:\d+$/i.test(line.toString('latin1', 0, 64)))
    throw new Error('it is a list of NTLM hashes; get the one of SHA-1 hashes');
  return /^[0-9A-F]{40}(:\d+)?$/i.test(line.toString('latin1', 0, 64)) ? 'hashes' : 'words';
}

/** The records of some lines: of hashes those that were seen `atLeast` so often. Throws an Error naming a line that is no hash. */
export function recordsIn(
  { lines }: SomeLines,
  kind: ListKind,
  { atLeast, linesBefore }: { readonly atLeast: number; readonly linesBefore: number },
): Float64Array {
  const records = new Float64Array(lines.length);
  let count = 0;
  for (const [index, line] of lines.entries()) {
    const record = kind === 'words' ? wordRecord(line) : hashRecord(line, atLeast);
    if (record === undefined)
      throw new Error(
        `line ${linesBefore + index + 1} is no SHA-1 hash with a count, as those before it are`,
      );
    if (record >= 0) {
      records[count] = record;
      count += 1;
    }
  }
  return records.subarray(0, count);
}

const wordRecord = (word: Buffer): number =>
  createHash('sha1').update(word).digest().readUIntBE(0, RECORD_BYTES);

/** Digit by digit, because there are a thousand million lines. -1: not seen often enough; undefined: no hash. */
function hashRecord(line: Buffer, atLeast: number): number | undefined {
  let record = 0;
  for (let at = 0; at < HASH; at += 1) {
    const digit = VALUES[line[at] ?? 0] ?? NO_DIGIT;
    if (digit === NO_DIGIT) return undefined;
    if (at < 2 * RECORD_BYTES) record = record * 16 + digit;
  }
  if (line.length === HASH) return record;
  if (line[HASH] !== COLON || line.length === HASH + 1) return undefined;
  let seen = 0;
  for (let at = HASH + 1; at < line.length; at += 1) {
    const digit = (line[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    seen = seen * 10 + digit;
  }
  return seen >= atLeast ? record : -1;
}

const NO_DIGIT = 255;
const VALUES = Uint8Array.from({ length: 256 }, (_, code) => {
  const value = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  return value < 0 ? NO_DIGIT : value;
});
