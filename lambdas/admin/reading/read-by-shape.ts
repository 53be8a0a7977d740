import type * as z from 'zod/v4/core';
import { pointer } from '../../../domain/administration/mistakes/pointer.ts';
import { emptyOf } from './empty-of.ts';
import type { Place, Reading } from './reading.ts';
import { mostOf, partOf, wordsOf, type Word } from './shape-parts.ts';
import { missingKey, notOneOf, tooLong, unknownKey, wrongType } from './sentences.ts';

type Holder = Readonly<Record<string, unknown>>;

/**
 * Reads a value by its shape (zod's own definition of it) and notes all that is wrong with it, where zod would tell the value's mistakes
 * alone or stop: whatever can't be read is told and replaced, so that all the rest can be looked at in the same go.
 */
export function readByShape(shape: z.$ZodType, value: unknown, place: Place, reading: Reading): unknown {
  const def = partOf(shape);
  switch (def.type) {
    case 'default':
      return value === undefined ? def.defaultValue : readByShape(def.innerType, value, place, reading);
    case 'optional':
      return value === undefined ? undefined : readByShape(def.innerType, value, place, reading);
    case 'union':
      return readByShape(alternativeFor(def.options, value), value, place, reading);
    case 'object':
      return isHolder(value)
        ? readObject(def.shape, value, place, reading)
        : unreadable(shape, value, 'an object', place, reading);
    case 'record':
      return isHolder(value)
        ? readRecord(def.valueType, value, place, reading)
        : unreadable(shape, value, 'an object of texts by language', place, reading);
    case 'array':
      return Array.isArray(value)
        ? readList(def.element, withinLimit(shape, value, place, reading), place, reading)
        : unreadable(shape, value, 'a list', place, reading);
    case 'enum':
    case 'literal':
      return readWord(shape, wordsOf(def), value, place, reading);
    case 'string':
      return typeof value === 'string'
        ? withinLimit(shape, value, place, reading)
        : unreadable(shape, value, 'a text', place, reading);
    case 'number':
      return typeof value === 'number' ? value : unreadable(shape, value, 'a number', place, reading);
    case 'boolean':
      return typeof value === 'boolean' ? value : unreadable(shape, value, 'true or false', place, reading);
  }
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readObject(
  shape: Readonly<Record<string, z.$ZodType>>,
  value: Holder,
  place: Place,
  reading: Reading,
): Holder {
  const self = { ...place, called: ownName(value) ?? place.called };
  const known = Object.keys(shape);
  for (const name of Object.keys(value))
    if (!known.includes(name)) reading.mistakes.push(unknownKey(within(self, name), self.called, known));
  const read = Object.entries(shape).map(([name, inner]): [string, unknown] => {
    const at = within(self, name);
    if (Object.hasOwn(value, name)) return [name, readByShape(inner, value[name], at, reading)];
    if (mayBeLeftOut(inner)) return [name, readByShape(inner, undefined, at, reading)];
    reading.mistakes.push(missingKey(at));
    return [name, reading.instead(at.path) ?? emptyOf(inner)];
  });
  return Object.fromEntries(read.filter(([, each]) => each !== undefined));
}

const mayBeLeftOut = (shape: z.$ZodType): boolean => shape._zod.optin !== undefined;

/** What administrators call a thing of a list. */
function ownName(value: Holder): string | undefined {
  const name = value['name'] ?? value['id'];
  return typeof name === 'string' && name !== '' ? `"${name.slice(0, 64)}"` : undefined;
}

const readRecord = (inner: z.$ZodType, value: Holder, place: Place, reading: Reading): Holder =>
  Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      readByShape(inner, each, within(place, name), reading),
    ]),
  );

const readList = (
  inner: z.$ZodType,
  value: readonly unknown[],
  place: Place,
  reading: Reading,
): readonly unknown[] =>
  value.map((each, index) => {
    const called = `entry ${index + 1} of ${place.called}`;
    return readByShape(
      inner,
      each,
      { path: place.path + pointer(index), key: String(index), called },
      reading,
    );
  });

const within = ({ path, called }: Place, key: string): Place => ({
  path: path + pointer(key),
  key,
  called: path === '' ? `"${key}"` : `"${key}" of ${called}`,
});

/** Of the things something may be, the one it says it is by a fixed word (`"kind": "event"`), else the one whose keys it has. */
function alternativeFor(options: readonly z.$ZodType[], value: unknown): z.$ZodType {
  const fit = (shape: z.$ZodType): number => {
    const def = partOf(shape);
    if (def.type !== 'object' || !isHolder(value)) return 0;
    const keys = Object.keys(def.shape).filter((key) => Object.hasOwn(value, key));
    const said = keys.some((key) => saysWord(def.shape[key], value[key]));
    return keys.length + (said ? Object.keys(value).length : 0);
  };
  const best = options.toSorted((one, other) => fit(other) - fit(one))[0];
  if (!best) throw new Error('a union of nothing');
  return best;
}

function saysWord(shape: z.$ZodType | undefined, value: unknown): boolean {
  const def = shape && partOf(shape);
  return def?.type === 'literal' && wordsOf(def).includes(value as Word);
}

function readWord(
  shape: z.$ZodType,
  words: readonly Word[],
  value: unknown,
  place: Place,
  reading: Reading,
): unknown {
  if (words.includes(value as Word)) return value;
  reading.mistakes.push(notOneOf(reading.codeOf(shape), place, value, words.map(String)));
  return reading.instead(place.path) ?? words[0];
}

function unreadable(
  shape: z.$ZodType,
  value: unknown,
  wanted: string,
  place: Place,
  reading: Reading,
): unknown {
  reading.mistakes.push(wrongType(place, value, wanted));
  return reading.instead(place.path) ?? emptyOf(shape);
}

/** The part of a text or a list that is not beyond what its shape allows. */
function withinLimit<T extends string | readonly unknown[]>(
  shape: z.$ZodType,
  value: T,
  place: Place,
  reading: Reading,
): T {
  const most = mostOf(shape);
  if (most === undefined || value.length <= most) return value;
  reading.mistakes.push(tooLong(place, value, most));
  return value.slice(0, most) as T;
}
