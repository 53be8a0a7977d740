import type { core } from 'zod';

/** One thing that is wrong: where, and what to write instead. */
export interface ToldIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * The issues of a check as they are told. Where a value may take one of several shapes, it is measured by the one it comes
 * nearest to: the one whose troubles are inside the value, not the value itself.
 */
export const toldIssues = (issues: readonly core.$ZodIssue[]): readonly ToldIssue[] =>
  issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const inside = issue.errors.find((one) => one.length > 0 && one.every(({ path }) => path.length > 0));
    if (!inside) return [issue];
    return toldIssues(inside).map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
  });
