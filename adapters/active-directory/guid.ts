const DASHED = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The 16 bytes of a GUID as lower-case dashed hex; the first three fields are little-endian (MS-DTYP 2.3.4.2). */
export function guidText(bytes: Uint8Array): string | undefined {
  if (bytes.length !== 16) return undefined;
  const hex = (from: number, to: number, reversed: boolean): string => {
    const part = [...bytes.subarray(from, to)];
    return Buffer.from(reversed ? part.toReversed() : part).toString('hex');
  };
  return [hex(0, 4, true), hex(4, 6, true), hex(6, 8, true), hex(8, 10, false), hex(10, 16, false)].join('-');
}

/** Whether a text is a GUID as `guidText` writes it, and so may stand in a `<GUID=…>` name. */
export const isGuidText = (text: string): boolean => DASHED.test(text);
