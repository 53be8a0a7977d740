import type * as z from 'zod/v4/core';
import { partOf, wordsOf } from './shape-parts.ts';

/** Something of a shape that says nothing. */
export function emptyOf(shape: z.$ZodType): unknown {
  const def = partOf(shape);
  switch (def.type) {
    case 'default':
      return def.defaultValue;
    case 'optional':
      return undefined;
    case 'union':
      return def.options[0] && emptyOf(def.options[0]);
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape)
          .map(([name, inner]): [string, unknown] => [name, emptyOf(inner)])
          .filter(([, value]) => value !== undefined),
      );
    case 'array':
      return [];
    case 'record':
      return {};
    case 'enum':
    case 'literal':
      return wordsOf(def)[0];
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
  }
}
