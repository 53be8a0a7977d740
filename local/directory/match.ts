import { categoryDn, storedValues } from './attributes.ts';
import { dnKey } from './distinguished-name.ts';
import type { Entry } from './entry.ts';
import type { Filter } from './filter.ts';
import { fold } from './fold.ts';
import { encodeGuid } from './guid.ts';
import { groupsAbove } from './membership.ts';
import { schemaOf } from './schema.ts';
import type { Syntax } from './schema.ts';
import { encodeSid } from './security-identifier.ts';
import type { World } from './world.ts';

/** Three-valued, as in RFC 4511 §4.5.1.7: undefined for what the schema does not know, and what filters may not ask. */
type Verdict = boolean | undefined;

/** Whether an object matches; an undefined verdict is a no. */
export const matches = (world: World, entry: Entry, filter: Filter): boolean =>
  judge(world, entry, filter) === true;

const BIT_AND = '1.2.840.113556.1.4.803';
const BIT_OR = '1.2.840.113556.1.4.804';
const IN_CHAIN = '1.2.840.113556.1.4.1941';

function judge(world: World, entry: Entry, filter: Filter): Verdict {
  if ('part' in filter) return negate(judge(world, entry, filter.part));
  if (!('parts' in filter)) return judgeAttribute(world, entry, filter);
  const verdicts = filter.parts.map((part) => judge(world, entry, part));
  return filter.kind === 'and' ? all(verdicts) : negate(all(verdicts.map(negate)));
}

const negate = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

type AttributeFilter = Exclude<Filter, { readonly kind: 'and' | 'or' } | { readonly kind: 'not' }>;

function judgeAttribute(world: World, entry: Entry, filter: AttributeFilter): Verdict {
  const schema = schemaOf(filter.attribute ?? '');
  if (!schema || schema.constructed || schema.syntax === 'bytes') return undefined;
  const values = storedValues(world, entry, schema.name);
  switch (filter.kind) {
    case 'present':
      return values.length > 0;
    case 'substrings':
      return schema.syntax === 'text' && values.some((value) => contains(String(value), filter));
    case 'extensible':
      return judgeExtensible(world, entry, { ...filter, name: schema.name, values });
    case 'equal': {
      const wanted = assertion(world, schema.name, schema.syntax, filter.value);
      return values.some((value) => comparable(schema.syntax, value) === wanted);
    }
    case 'at-least':
    case 'at-most':
      return values.some((value) => ordered(schema.syntax, value, filter));
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

function contains(value: string, { initial, any, final }: Extract<Filter, { kind: 'substrings' }>): boolean {
  const text = fold(value);
  const start = fold(initial ?? '');
  const end = fold(final ?? '');
  if (!text.startsWith(start)) return false;
  let offset = start.length;
  for (const piece of any) {
    const at = text.indexOf(fold(piece), offset);
    if (at < 0) return false;
    offset = at + fold(piece).length;
  }
  return text.length - offset >= end.length && text.endsWith(end);
}

function ordered(
  syntax: Syntax,
  value: string | Buffer,
  { kind, value: bound }: { kind: string; value: Buffer },
): boolean {
  const limit = bound.toString('utf8').trim();
  if (syntax === 'number' && !/^-?\d+$/.test(limit)) return false;
  const [left, right] =
    syntax === 'number' ? [BigInt(String(value)), BigInt(limit)] : [fold(String(value)), fold(limit)];
  return kind === 'at-least' ? left >= right : left <= right;
}

interface Extensible {
  readonly rule: string | undefined;
  readonly value: Buffer;
  readonly name: string;
  readonly values: readonly (string | Buffer)[];
}

function judgeExtensible(world: World, entry: Entry, { rule, value, name, values }: Extensible): Verdict {
  const text = value.toString('utf8').trim();
  if (rule === BIT_AND || rule === BIT_OR) {
    if (!/^-?\d+$/.test(text)) return undefined;
    const mask = BigInt(text);
    return values.some((held) => {
      const common = BigInt(String(held)) & mask;
      return rule === BIT_AND ? common === mask : common !== 0n;
    });
  }
  const other = rule === IN_CHAIN ? world.find(dnKey(text) ?? '') : undefined;
  if (name === 'memberOf' && rule === IN_CHAIN)
    return other !== undefined && groupsAbove(world, entry).includes(other);
  if (name === 'member' && rule === IN_CHAIN)
    return other !== undefined && groupsAbove(world, other).includes(entry);
  return undefined;
}
