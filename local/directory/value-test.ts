import { categoryDn } from './attributes.ts';
import { dnKey } from './distinguished-name.ts';
import type { Filter } from './filter.ts';
import { fold } from './fold.ts';
import { encodeGuid } from './guid.ts';
import type { AttributeSchema, Syntax } from './schema.ts';
import { encodeSid } from './security-identifier.ts';
import type { World } from './world.ts';

/** The filters that ask something of single values. */
type Assertion = Extract<
  Filter,
  { readonly kind: 'present' | 'equal' | 'at-least' | 'at-most' | 'substrings' }
>;

/** Whether one stored value meets an assertion. */
export type ValueTest = (value: string | Buffer) => boolean;

/** The test of an assertion's kind, worked out once for all objects; undefined when no value of that syntax can meet it. */
export function valueTest(
  world: World,
  { name, syntax }: AttributeSchema,
  filter: Assertion,
): ValueTest | undefined {
  switch (filter.kind) {
    case 'present':
      return () => true;
    case 'substrings':
      return syntax === 'text' ? containing(filter) : undefined;
    case 'equal': {
      const wanted = assertion(world, name, syntax, filter.value);
      return (value) => comparable(syntax, value) === wanted;
    }
    case 'at-least':
    case 'at-most':
      return ordering(syntax, { kind: filter.kind, value: filter.value });
  }
}

/** A value in the form in which equal ones are the same string. */
function comparable(syntax: Syntax, value: string | Buffer): string | undefined {
  if (Buffer.isBuffer(value)) return value.toString('hex');
  if (syntax === 'dn') return dnKey(value);
  if (syntax === 'number') return /^-?\d+$/.test(value.trim()) ? String(BigInt(value.trim())) : undefined;
  return syntax === 'class' ? value.toLowerCase() : fold(value);
}

/** What was asked for, likewise. AD takes SIDs and GUIDs as text too, and class names for objectCategory. */
function assertion(world: World, name: string, syntax: Syntax, value: Buffer): string | undefined {
  const text = value.toString('utf8');
  if (syntax === 'sid') return (/^S-1-[\d-]+$/i.test(text) ? encodeSid(text) : value).toString('hex');
  if (syntax === 'guid') return (/^[\da-f-]{36}$/i.test(text) ? encodeGuid(text) : value).toString('hex');
  if (name === 'objectCategory' && !text.includes('=')) return dnKey(categoryDn(world, text));
  return comparable(syntax, text);
}

function containing({
  initial,
  any,
  final,
}: Extract<Filter, { kind: 'substrings' }>): (value: string | Buffer) => boolean {
  const start = fold(initial ?? '');
  const pieces = any.map(fold);
  const end = fold(final ?? '');
  return (value) => {
    const text = fold(String(value));
    if (!text.startsWith(start)) return false;
    let offset = start.length;
    for (const piece of pieces) {
      const at = text.indexOf(piece, offset);
      if (at < 0) return false;
      offset = at + piece.length;
    }
    return text.length - offset >= end.length && text.endsWith(end);
  };
}

function ordering(
  syntax: Syntax,
  { kind, value: bound }: { kind: 'at-least' | 'at-most'; value: Buffer },
): (value: string | Buffer) => boolean {
  const limit = bound.toString('utf8').trim();
  const numbers = syntax === 'number';
  if (numbers && !/^-?\d+$/.test(limit)) return () => false;
  const right = numbers ? BigInt(limit) : fold(limit);
  return (value) => {
    const left = numbers ? BigInt(String(value)) : fold(String(value));
    return kind === 'at-least' ? left >= right : left <= right;
  };
}
