import { createHmac, timingSafeEqual } from 'node:crypto';

/** Header names, as Node has them: in lower case. */
export const TIMESTAMP = 'latchkey-timestamp';
export const SIGNATURE = 'latchkey-signature';

/** How far the two clocks may be apart, in milliseconds; what makes an answer fresh is its nonce. */
const MOST_APART_MS = 5 * 60_000;

/** `v1=` and the HMAC-SHA-256 (hex) over direction, timestamp and body: what was sent one way is worth nothing the other way. */
export const signed = (
  key: Uint8Array,
  direction: 'request' | 'reply',
  timestamp: string,
  body: string,
): string =>
  `v1=${createHmac('sha256', key).update(`${direction}\n${timestamp}\n${body}`, 'utf8').digest('hex')}`;

/** Whether a reply is signed by who has the key, not long ago. */
export function isSigned(
  key: Uint8Array,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  body: string,
  now: number,
): boolean {
  const [timestamp, signature] = [headers[TIMESTAMP], headers[SIGNATURE]];
  if (typeof timestamp !== 'string' || typeof signature !== 'string') return false;
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Number(timestamp) * 1000 - now) > MOST_APART_MS) return false;
  const expected = Buffer.from(signed(key, 'reply', timestamp, body));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
