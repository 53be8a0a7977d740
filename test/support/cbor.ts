/** A short text, as CBOR (RFC 8949 §3). */
export const cborText = (value: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 | value.length]), Buffer.from(value)]);

/** At most 65,535 bytes, likewise. */
export const cborBytes = (value: Buffer): Buffer =>
  Buffer.concat([
    value.length < 256
      ? Buffer.from([0x58, value.length])
      : Buffer.from([0x59, value.length >> 8, value.length & 255]),
    value,
  ]);

/** A map with texts as keys, and values that are CBOR already. */
export const cborMap = (...entries: readonly (readonly [string, Buffer])[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xa0 | entries.length]),
    ...entries.flatMap(([key, value]) => [cborText(key), value]),
  ]);
