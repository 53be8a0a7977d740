import { element, octets, TAG } from './ber.ts';

/** OBJECT IDENTIFIER (X.690 §8.19) from its dotted form. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([40 * first + second, ...rest.flatMap((arc) => base128(arc))]));
}

function base128(arc: number): readonly number[] {
  const bytes = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift(0x80 | (rest % 128));
  return bytes;
}

/** BIT STRING of whole bytes. */
export const bits = (content: Buffer): Buffer => element(0x03, Buffer.from([0]), content);

/** A distinguished name of nothing but a common name. */
export const name = (commonName: string): Buffer =>
  element(
    TAG.sequence,
    element(TAG.set, element(TAG.sequence, objectId('2.5.4.3'), octets(commonName, 0x0c))),
  );

/** UTCTime, good until 2049. */
export const utcTime = (date: Date): Buffer =>
  octets(
    `${date
      .toISOString()
      .slice(2)
      .replaceAll(/[-:T]|\.\d+Z$/g, '')}Z`,
    0x17,
  );

/** GeneralNames of DNS names and IPv4 addresses (RFC 5280 §4.2.1.6). */
export const generalNames = (
  names: readonly { readonly host: string; readonly isAddress: boolean }[],
): Buffer =>
  element(
    TAG.sequence,
    ...names.map(({ host, isAddress }) =>
      isAddress ? octets(Buffer.from(host.split('.').map(Number)), 0x87) : octets(host, 0x82),
    ),
  );

/** PEM (RFC 7468). */
export function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
