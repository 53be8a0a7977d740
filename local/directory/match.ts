import { storedValues } from './attributes.ts';
import { dnKey } from './distinguished-name.ts';
import type { Entry } from './entry.ts';
import type { Filter } from './filter.ts';
import { groupsAbove } from './membership.ts';
import { schemaOf } from './schema.ts';
import { valueTest } from './value-test.ts';
import type { World } from './world.ts';

/** Three-valued, as in RFC 4511 §4.5.1.7: undefined for what the schema does not know, and what filters may not ask. */
type Verdict = boolean | undefined;
type Judge = (entry: Entry) => Verdict;

/** Tells whether objects match; an undefined verdict is a no. What does not depend on the object is worked out once. */
export function matcher(world: World, filter: Filter): (entry: Entry) => boolean {
  const judge = judgeOf(world, filter);
  return (entry) => judge(entry) === true;
}

const BIT_AND = '1.2.840.113556.1.4.803';
const BIT_OR = '1.2.840.113556.1.4.804';
const IN_CHAIN = '1.2.840.113556.1.4.1941';

function judgeOf(world: World, filter: Filter): Judge {
  if ('part' in filter) {
    const judge = judgeOf(world, filter.part);
    return (entry) => negate(judge(entry));
  }
  if (!('parts' in filter)) return attributeJudge(world, filter);
  const judges = filter.parts.map((part) => judgeOf(world, part));
  const deciding = filter.kind === 'or';
  return (entry) => joined(judges, entry, deciding);
}

const negate = (verdict: Verdict): Verdict => (verdict === undefined ? undefined : !verdict);

/** The first verdict that is `deciding` decides (true in an or, false in an and). */
function joined(judges: readonly Judge[], entry: Entry, deciding: boolean): Verdict {
  let verdict: Verdict = !deciding;
  for (const judge of judges) {
    const one = judge(entry);
    if (one === deciding) return deciding;
    if (one === undefined) verdict = undefined;
  }
  return verdict;
}

type AttributeFilter = Exclude<Filter, { readonly kind: 'and' | 'or' } | { readonly kind: 'not' }>;

function attributeJudge(world: World, filter: AttributeFilter): Judge {
  const schema = schemaOf(filter.attribute ?? '');
  if (!schema || schema.constructed || schema.syntax === 'bytes') return () => undefined;
  const { name } = schema;
  if (filter.kind === 'extensible') return extensibleJudge(world, filter, name);
  const holds = valueTest(world, schema, filter);
  if (!holds) return () => false;
  return (entry) => storedValues(world, entry, name).some(holds);
}

function extensibleJudge(
  world: World,
  { rule, value }: Extract<Filter, { kind: 'extensible' }>,
  name: string,
): Judge {
  const text = value.toString('utf8').trim();
  if (rule === BIT_AND || rule === BIT_OR) return bitJudge(world, name, rule, text);
  if (rule !== IN_CHAIN || (name !== 'memberOf' && name !== 'member')) return () => undefined;
  const other = world.find(dnKey(text) ?? '');
  if (!other) return () => false;
  if (name === 'memberOf') return (entry) => groupsAbove(world, entry).includes(other);
  const above = new Set(groupsAbove(world, other));
  return (entry) => above.has(entry);
}

function bitJudge(world: World, name: string, rule: string, text: string): Judge {
  if (!/^-?\d+$/.test(text)) return () => undefined;
  const mask = BigInt(text);
  return (entry) =>
    storedValues(world, entry, name).some((held) => {
      const common = BigInt(String(held)) & mask;
      return rule === BIT_AND ? common === mask : common !== 0n;
    });
}
