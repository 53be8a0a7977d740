import type { Entry } from './entry.ts';
import type { Filter } from './filter.ts';
import { fold } from './fold.ts';
import type { NameRange } from './sorted-names.ts';
import type { World } from './world.ts';

/** Among which objects a search has to look: everything its filter can match, and more. */
export interface Narrowed {
  readonly count: number;
  readonly entries: () => Iterable<Entry>;
}

/** What an index finds for a filter; undefined when all objects have to be looked at. */
export function narrowed(world: World, filter: Filter): Narrowed | undefined {
  if (filter.kind === 'and') return narrowest(world, filter.parts);
  if (filter.kind === 'or') return union(filter.parts.map((part) => narrowed(world, part)));
  if (filter.kind === 'equal') {
    const value = filter.value.toString('utf8');
    const attribute = filter.attribute.toLowerCase();
    if (attribute === 'userprincipalname') return listed(world.indexes().withPrincipalName(fold(value)));
    if (attribute === 'objectclass') return listed(world.indexes().ofClass(value.trim().toLowerCase()));
  }
  const range = nameRange(filter);
  return range && inRange(world, range);
}

function narrowest(world: World, parts: readonly Filter[]): Narrowed | undefined {
  const flat = flattened(parts);
  const found = flat.map((part) => narrowed(world, part)).filter((one) => one !== undefined);
  const range = rangeOf(flat);
  return [...(range ? [inRange(world, range)] : []), ...found].toSorted((a, b) => a.count - b.count)[0];
}

function union(parts: readonly (Narrowed | undefined)[]): Narrowed | undefined {
  const found = parts.filter((part) => part !== undefined);
  if (found.length < parts.length) return undefined;
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    entries: () => new Set(found.flatMap(({ entries }) => [...entries()])),
  };
}

const listed = (entries: readonly Entry[]): Narrowed => ({ count: entries.length, entries: () => entries });

const inRange = (world: World, range: NameRange): Narrowed => ({
  count: world.indexes().names.count(range),
  entries: () => world.indexes().names.walk(range),
});

/** Between which names everything lies that a filter can match; undefined when it does not say. */
export const namesWithin = (filter: Filter): NameRange | undefined =>
  filter.kind === 'and' ? rangeOf(flattened(filter.parts)) : nameRange(filter);

const flattened = (parts: readonly Filter[]): readonly Filter[] =>
  parts.flatMap((part) => (part.kind === 'and' ? flattened(part.parts) : [part]));

function rangeOf(parts: readonly Filter[]): NameRange | undefined {
  const ranges = parts.map(nameRange).filter((range) => range !== undefined);
  if (ranges.length === 0) return undefined;
  const from = ranges
    .flatMap((range) => range.from ?? [])
    .toSorted()
    .at(-1);
  const [to] = ranges.flatMap((range) => range.to ?? []).toSorted();
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function nameRange(filter: Filter): NameRange | undefined {
  if (!('attribute' in filter) || filter.attribute?.toLowerCase() !== 'samaccountname') return undefined;
  switch (filter.kind) {
    case 'equal':
    case 'at-least':
    case 'at-most': {
      const name = fold(filter.value.toString('utf8'));
      return {
        ...(filter.kind !== 'at-most' && { from: name }),
        ...(filter.kind !== 'at-least' && { to: name }),
      };
    }
    case 'substrings': {
      const initial = fold(filter.initial ?? '');
      return initial === '' ? undefined : { from: initial, to: `${initial}\u{10ffff}` };
    }
    case 'present':
    case 'extensible':
      return undefined;
  }
}
