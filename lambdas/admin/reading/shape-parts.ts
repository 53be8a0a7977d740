import type * as z from 'zod/v4/core';

/** The kinds of shapes a document is made of. */
type Part =
  | z.$ZodDefaultDef
  | z.$ZodOptionalDef
  | z.$ZodUnionDef
  | z.$ZodObjectDef
  | z.$ZodRecordDef
  | z.$ZodArrayDef
  | z.$ZodEnumDef
  | z.$ZodLiteralDef<z.util.Literal>
  | z.$ZodStringDef
  | z.$ZodNumberDef
  | z.$ZodBooleanDef;

/** What a shape is, in zod's own words. */
export const partOf = (shape: z.$ZodType): Part => shape._zod.def as Part;

export type Word = z.util.Literal | z.util.EnumValue;

/** The words that a shape of words takes. */
export const wordsOf = (def: z.$ZodEnumDef | z.$ZodLiteralDef<z.util.Literal>): readonly Word[] =>
  def.type === 'enum' ? Object.values(def.entries) : def.values;

/** The most characters or entries that a shape lets through. */
export const mostOf = ({ _zod }: z.$ZodType): number | undefined =>
  _zod.def.checks
    ?.map((check) => check._zod.def)
    .find((def): def is z.$ZodCheckMaxLengthDef => def.check === 'max_length')?.maximum;
