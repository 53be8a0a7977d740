import type * as z from 'zod/v4/core';

export type Word = z.util.Literal | z.util.EnumValue;

/** The words that a shape of words takes. */
export const wordsOf = (def: z.$ZodEnumDef | z.$ZodLiteralDef<z.util.Literal>): readonly Word[] =>
  def.type === 'enum' ? Object.values(def.entries) : def.values;

/** Something of a shape that says nothing. */
export function emptyOf(shape: z.$ZodType): unknown {
  const { def } = (shape as z.$ZodTypes)._zod;
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
    default:
      throw new Error(`documents have no ${def.type}`);
  }
}
