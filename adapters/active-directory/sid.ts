/**
 * A binary SID as `S-1-…` (MS-DTYP 2.4.2), read at `offset`; undefined when the bytes there are not one. Bytes after
 * the SID are left alone, so it also reads the SID that ends an ACE.
 */
export function sidText(bytes: Buffer, offset = 0): string | undefined {
  if (bytes.length < offset + 8 || bytes[offset] !== 1) return undefined;
  const count = bytes.readUInt8(offset + 1);
  if (count > 15 || bytes.length < offset + 8 + 4 * count) return undefined;
  const authority = bytes.readUIntBE(offset + 2, 6);
  const rids = Array.from({ length: count }, (_, i) => bytes.readUInt32LE(offset + 8 + 4 * i));
  return ['S', 1, authority, ...rids].join('-');
}
