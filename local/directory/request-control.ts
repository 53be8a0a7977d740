import { booleanOf, elements, expect, TAG, textOf } from './ber.ts';
import type { Element } from './ber.ts';

/** A control sent with a request (RFC 4511 §4.1.11). */
export interface RequestControl {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Buffer | undefined;
}

/** Decodes one control; throws MalformedMessage when it is none. */
export function decodeControl(found: Element): RequestControl {
  const [oid, ...rest] = elements(expect(found, TAG.sequence));
  const critical = rest[0]?.tag === TAG.boolean && booleanOf(rest[0]);
  const value = rest.find(({ tag }) => tag === TAG.octetString);
  return { oid: textOf(oid), critical, value: value?.content };
}
