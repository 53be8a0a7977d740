import type * as z from 'zod/v4/core';
import type { Mistake, MistakeCode } from '../../../domain/administration/mistake.ts';

/** What a value is read with. */
export interface Reading {
  readonly mistakes: Mistake[];
  /** What stands in for a value that can't be read, by its place; undefined: something empty of the right kind. */
  readonly instead: (path: string) => unknown;
  /** The code for a word that is none of a shape's. */
  readonly codeOf: (shape: z.$ZodType) => MistakeCode;
}

/** Where something stands: its JSON pointer, the last step of it, and how it is called in a sentence. */
export interface Place {
  readonly path: string;
  readonly key: string;
  /** `"minimumLength" of "pet"`, `entry 2 of "questions"`. */
  readonly called: string;
}
