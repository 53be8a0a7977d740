import { REMOVABLE_METHODS, type RemovableMethod } from '../domain/verification/method.ts';

/**
 * One entry for each method that can be removed, under what stands before and behind its name. Each has a path of its own: whether
 * API Gateway goes on to `{method}` where a fixed segment fits but lacks the verb is documented nowhere.
 */
export const perRemovable = <Before extends string, Behind extends string, Value>(
  before: Before,
  behind: Behind,
  make: (method: RemovableMethod) => Value,
) =>
  Object.fromEntries(REMOVABLE_METHODS.map((method) => [`${before}${method}${behind}`, make(method)])) as {
    readonly [Key in `${Before}${RemovableMethod}${Behind}`]: Value;
  };
