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
  return selectedNames(world, entry, selection.attributes).flatMap((name) => {
    const values = valuesOf(world, entry, name, selection);
    if (values.length === 0) return [];
    const bytes = values.map((value) => (typeof value === 'string' ? Buffer.from(value, 'utf8') : value));
    return [{ name, values: selection.typesOnly ? [] : bytes }];
  });
}

function selectedNames(world: World, entry: Entry, asked: readonly string[]): ReadonlyArray<string> {
  const everything = asked.length === 0 || asked.includes('*');
  const named = asked.flatMap((name) => schemaOf(name)?.name ?? []);
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
