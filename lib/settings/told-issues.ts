import type { core } from 'zod';

/** One thing that is wrong: where, and what to write instead. */
export interface ToldIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * The issues of a check as they are told. Where a value may take one of several shapes, it is measured by the one it comes
 * nearest to: the one whose troubles are inside the value, not the value itself. A key that is none stands in its own place.
 */
export const toldIssues = (issues: readonly core.$ZodIssue[]): readonly ToldIssue[] =>
  issues.flatMap((issue): readonly ToldIssue[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...issue.path, key], message: NO_SETTING }));
    if (issue.code !== 'invalid_union') return [issue];
    const inside = issue.errors.find((one) => one.length > 0 && one.every(isInside));
    if (!inside) return [issue];
    return toldIssues(inside).map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
  });

const NO_SETTING = 'is no setting: check how it is written and where it stands, or remove it';

/** A key too many is inside the value, though its path is the value's. */
const isInside = ({ code, path }: core.$ZodIssue): boolean => path.length > 0 || code === 'unrecognized_keys';
