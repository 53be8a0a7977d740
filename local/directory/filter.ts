import { booleanOf, elements, expect, MalformedMessage, onlyElement, TAG, textOf } from './ber.ts';
import type { Element } from './ber.ts';

/** A search filter as it came over the wire: assertion values stay bytes, since objectGUIDs are not text (RFC 4511 §4.5.1.7). */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'present'; readonly attribute: string }
  | {
      readonly kind: 'equal' | 'at-least' | 'at-most';
      readonly attribute: string;
      readonly value: Buffer;
    }
  | {
      readonly kind: 'substrings';
      readonly attribute: string;
      readonly initial: string | undefined;
      readonly any: readonly string[];
      readonly final: string | undefined;
    }
  | {
      readonly kind: 'extensible';
      readonly attribute: string | undefined;
      readonly rule: string | undefined;
      readonly value: Buffer;
    };

/** Deeper ones are refused, so that nobody can exhaust the stack. */
const DEEPEST = 64;

/** Decodes a filter; throws MalformedMessage for unknown choices and for too many levels. */
export function decodeFilter(found: Element, depth = 0): Filter {
  if (depth > DEEPEST) throw new MalformedMessage('a filter of too many levels');
  const { tag, content } = found;
  switch (tag) {
    case 0xa0:
    case 0xa1:
      return {
        kind: tag === 0xa0 ? 'and' : 'or',
        parts: elements(content).map((part) => decodeFilter(part, depth + 1)),
      };
    case 0xa2:
      return { kind: 'not', part: decodeFilter(onlyElement(content), depth + 1) };
    case 0xa3:
    case 0xa8:
      return { kind: 'equal', ...decodeAssertion(content) };
    case 0xa5:
      return { kind: 'at-least', ...decodeAssertion(content) };
    case 0xa6:
      return { kind: 'at-most', ...decodeAssertion(content) };
    case 0xa4:
      return decodeSubstrings(content);
    case 0x87:
      return { kind: 'present', attribute: content.toString('utf8') };
    case 0xa9:
      return decodeExtensible(content);
    default:
      throw new MalformedMessage(`filter choice ${tag} is unknown`);
  }
}

function decodeAssertion(content: Buffer): { attribute: string; value: Buffer } {
  const [attribute, value] = elements(content);
  return { attribute: textOf(attribute), value: expect(value, TAG.octetString) };
}

function decodeSubstrings(content: Buffer): Filter {
  const [attribute, pieces] = elements(content);
  const found = elements(expect(pieces, TAG.sequence));
  const texts = (tag: number) =>
    found.filter((piece) => piece.tag === tag).map((piece) => piece.content.toString('utf8'));
  return {
    kind: 'substrings',
    attribute: textOf(attribute),
    initial: texts(0x80)[0],
    any: texts(0x81),
    final: texts(0x82)[0],
  };
}

function decodeExtensible(content: Buffer): Filter {
  const found = elements(content);
  const piece = (tag: number) => found.find((candidate) => candidate.tag === tag)?.content;
  const dnAttributes = found.find(({ tag }) => tag === 0x84);
  // AD refuses dnAttributes; treating it as absent would match what was not asked for.
  if (dnAttributes && booleanOf({ tag: TAG.boolean, content: dnAttributes.content }))
    throw new MalformedMessage('dnAttributes in an extensible match');
  const value = piece(0x83);
  if (!value) throw new MalformedMessage('an extensible match without a value');
  return {
    kind: 'extensible',
    attribute: piece(0x82)?.toString('utf8'),
    rule: piece(0x81)?.toString('utf8'),
    value,
  };
}
