/** The binary form of a SID such as `S-1-5-21-1-2-3-1104` (MS-DTYP 2.4.2.2). Throws on text that is none. */
export function encodeSid(text: string): Buffer {
  const [, authority, subAuthorities] = /^S-1-(\d+)((?:-\d+)*)$/i.exec(text) ?? [];
  if (authority === undefined || subAuthorities === undefined) throw new TypeError(`"${text}" is not a SID`);
  const parts = subAuthorities.split('-').slice(1).map(Number);
  const bytes = Buffer.alloc(8 + 4 * parts.length);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt8(parts.length, 1);
  bytes.writeUIntBE(Number(authority), 2, 6);
  for (const [i, part] of parts.entries()) bytes.writeUInt32LE(part, 8 + 4 * i);
  return bytes;
}

/** The text form of a binary SID; undefined when the bytes are none. */
export function decodeSid(bytes: Buffer): string | undefined {
  const count = bytes[1];
  if (bytes[0] !== 1 || count === undefined || bytes.length !== 8 + 4 * count) return undefined;
  const parts = Array.from({ length: count }, (_, i) => bytes.readUInt32LE(8 + 4 * i));
  return ['S', 1, bytes.readUIntBE(2, 6), ...parts].join('-');
}

/** SIDs that mean the same everywhere (MS-DTYP 2.4.2.4). */
export const WELL_KNOWN = {
  everyone: 'S-1-1-0',
  self: 'S-1-5-10',
  authenticatedUsers: 'S-1-5-11',
  system: 'S-1-5-18',
  administrators: 'S-1-5-32-544',
} as const;
