import { element, integer, octets, TAG } from './ber.ts';

/** How an operation ended (RFC 4511 §4.1.9). */
export interface Result {
  readonly code: number;
  readonly text: string;
  readonly matchedDn?: string;
  readonly referrals?: readonly string[];
}

export const SUCCESS: Result = { code: 0, text: '' };

/** Tags of the answers. */
export const ANSWER = { bind: 0x61, searchDone: 0x65, modify: 0x67, extended: 0x78 } as const;

export interface ResponseControl {
  readonly oid: string;
  readonly value: Buffer;
}

/** One attribute of a found entry, in the spelling of the schema. */
export interface AttributeValues {
  readonly name: string;
  readonly values: readonly Buffer[];
}

/** The LDAPMessage that ends an operation. */
export function encodeResult(
  id: number,
  tag: number,
  result: Result,
  controls: readonly ResponseControl[] = [],
): Buffer {
  const parts = [integer(result.code, TAG.enumerated), octets(result.matchedDn ?? ''), octets(result.text)];
  if (result.referrals) parts.push(element(0xa3, ...result.referrals.map((url) => octets(url))));
  return encodeMessage(id, element(tag, ...parts), controls);
}

export function encodeEntry(id: number, dn: string, attributes: readonly AttributeValues[]): Buffer {
  const list = attributes.map(({ name, values }) =>
    element(TAG.sequence, octets(name), element(TAG.set, ...values.map((value) => octets(value)))),
  );
  return encodeMessage(id, element(0x64, octets(dn), element(TAG.sequence, ...list)));
}

/** Continuation references to parts of the tree that other naming contexts hold. */
export const encodeReference = (id: number, url: string): Buffer =>
  encodeMessage(id, element(0x73, octets(url)));

function encodeMessage(id: number, operation: Buffer, controls: readonly ResponseControl[] = []): Buffer {
  const encoded = controls.map(({ oid, value }) => element(TAG.sequence, octets(oid), octets(value)));
  const tail = encoded.length > 0 ? [element(0xa0, ...encoded)] : [];
  return element(TAG.sequence, integer(id), operation, ...tail);
}
