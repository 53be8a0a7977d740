import { createHash } from 'node:crypto';

const TEXT = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;

/** The binary form AD keeps: the first three groups little-endian (MS-DTYP 2.3.4.2). Throws on text that is no GUID. */
export function encodeGuid(text: string): Buffer {
  const [, first, second, third, fourth, fifth] = TEXT.exec(text) ?? [];
  if (!first || !second || !third || !fourth || !fifth) throw new TypeError(`"${text}" is not a GUID`);
  const swapped = [first, second, third].map((group) => Buffer.from(Buffer.from(group, 'hex').toReversed()));
  return Buffer.concat([...swapped, Buffer.from(fourth + fifth, 'hex')]);
}

/** The lower-case text form of 16 bytes; undefined for any other length. */
export function decodeGuid(bytes: Buffer): string | undefined {
  if (bytes.length !== 16) return undefined;
  const swap = (from: number, to: number) =>
    Buffer.from(bytes.subarray(from, to).toReversed()).toString('hex');
  const rest = bytes.subarray(8).toString('hex');
  return `${swap(0, 4)}-${swap(4, 6)}-${swap(6, 8)}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}

/** A GUID that is always the same for the same name, so that stored enrollments find their people after a restart. */
export function guidFrom(name: string): string {
  const bytes = createHash('sha256').update(`latchkey look-alike ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x50, 6);
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
