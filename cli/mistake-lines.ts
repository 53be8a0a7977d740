import type { Mistake } from '../client/api-types.ts';

/** Mistakes as lines: where (a JSON pointer), what, and what to do. */
export const mistakeLines = (mistakes: readonly Mistake[]): readonly string[] =>
  mistakes.map(({ path, message, remedy }) => `${path === '' ? '/' : path}: ${message} ${remedy}`);
