/** A DER value: tag, length, contents (X.690 §8.1). */
export function der(tag: number, ...contents: Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const short = body.length < 0x80;
  const hex = body.length.toString(16);
  const long = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const length = short
    ? Buffer.from([body.length])
    : Buffer.concat([Buffer.from([0x80 + long.length]), long]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}

export const sequence = (...contents: Buffer[]): Buffer => der(0x30, ...contents);
export const octets = (...contents: Buffer[]): Buffer => der(0x04, ...contents);
/** A BIT STRING of whole bytes. */
export const bits = (contents: Buffer): Buffer => der(0x03, Buffer.from([0]), contents);
/** GeneralizedTime, in whole seconds. */
export const time = (at: Date): Buffer =>
  der(0x18, Buffer.from(at.toISOString().replace(/[-:T]|\.\d+/g, ''), 'ascii'));

/** An OBJECT IDENTIFIER of its dotted text (X.690 §8.19). */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([40 * first + second, ...rest.flatMap(base128)]));
}

function base128(arc: number): number[] {
  const digits = [arc & 0x7f];
  for (let left = arc >> 7; left > 0; left >>= 7) digits.unshift(0x80 | (left & 0x7f));
  return digits;
}
