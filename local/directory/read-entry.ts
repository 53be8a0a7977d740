import type { Requester } from './access.ts';
import { storedNames, storedValues } from './attributes.ts';
import type { Values } from './attributes.ts';
import { constructedValues } from './constructed.ts';
import type { Entry } from './entry.ts';
import type { AttributeValues } from './response.ts';
import { schemaOf } from './schema.ts';
import type { World } from './world.ts';

/** What of an entry a search wants to see. */
export interface Selection {
  /** As the client wrote them: names, `*`, `1.1`; empty = all that is stored. */
  readonly attributes: readonly string[];
  readonly typesOnly: boolean;
  readonly requester: Requester;
  readonly descriptorParts: number;
}

/** The selected attributes that have values, in the schema's spelling. */
export function readEntry(world: World, entry: Entry, selection: Selection): readonly AttributeValues[] {
  return selectedNames(world, entry, selection.attributes).flatMap((asked) => {
    const [name = asked, range] = asked.split(';');
    const values = valuesOf(world, entry, name, selection);
    if (values.length === 0) return [];
    const bytes = values.map((value) => (typeof value === 'string' ? Buffer.from(value, 'utf8') : value));
    const shown = inRanges(name, range, bytes, world.mostValues);
    return selection.typesOnly ? shown.map((one) => ({ ...one, values: [] })) : shown;
  });
}

/**
 * Range retrieval (MS-ADTS 3.1.1.3.1.3.3): of many values only a part is shown at a time, under a name that tells which;
 * the plain name is there as well, without values.
 */
function inRanges(
  name: string,
  range: string | undefined,
  values: readonly Buffer[],
  most: number,
): readonly AttributeValues[] {
  if (range === undefined && values.length <= most) return [{ name, values }];
  const [, low = '0', high = '*'] = /^range=(\d+)-(\d+|\*)$/.exec(range ?? '') ?? [];
  const start = Number(low);
  const end = Math.min(start + most, high === '*' ? values.length : Number(high) + 1, values.length);
  if (start >= values.length) return [];
  const last = end === values.length ? '*' : String(end - 1);
  const part = { name: `${name};range=${start}-${last}`, values: values.slice(start, end) };
  return range === undefined ? [{ name, values: [] }, part] : [part];
}

function selectedNames(world: World, entry: Entry, asked: readonly string[]): ReadonlyArray<string> {
  const everything = asked.length === 0 || asked.includes('*');
  const named = asked.flatMap((text) => {
    const [name = '', range] = text.split(';');
    const known = schemaOf(name)?.name;
    if (known === undefined) return [];
    return range === undefined ? [known] : [`${known};${range.toLowerCase()}`];
  });
  return [...new Set([...(everything ? storedNames(world, entry) : []), ...named])];
}

function valuesOf(world: World, entry: Entry, name: string, selection: Selection): Values {
  const onDemand = (schemaOf(name)?.constructed ?? false) || name === 'nTSecurityDescriptor';
  return onDemand ? constructedValues(world, entry, name, selection) : storedValues(world, entry, name);
}

/** Selects from attributes that belong to no entry of the tree (rootDSE). */
export function selectFrom(
  all: readonly AttributeValues[],
  asked: readonly string[],
): readonly AttributeValues[] {
  if (asked.length === 0 || asked.includes('*')) return all;
  const wanted = new Set(asked.map((name) => name.toLowerCase()));
  return all.filter(({ name }) => wanted.has(name.toLowerCase()));
}
