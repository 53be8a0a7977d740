import type { MethodName } from './method.ts';
import { contradictory, optionalOf, type VerificationPolicy } from './policy.ts';
import { TRAITS } from './traits.ts';

/**
 * Every smallest set of methods that meets a policy: nothing of it can be left out. Empty where nobody ever gets through. At
 * most 462 (six of eleven), each in the policy's own order; `judge` agrees with every one of them. Pure.
 */
export function waysThrough(policy: VerificationPolicy): readonly (readonly MethodName[])[] {
  const required = [...new Set(policy.required)];
  const optional = optionalOf(policy).filter(isKnown);
  const isWeak = (method: MethodName) => TRAITS[method].weak;
  // A method that this build does not know is one that nobody can give.
  if (
    contradictory(policy) ||
    !required.every(isKnown) ||
    !(policy.required.length + policy.minimumOptional > 0)
  )
    return [];
  const demanded = Math.max(0, Math.ceil(policy.minimumOptional));
  if (required.some((method) => !isWeak(method)))
    return choices(optional, demanded).map((chosen) => [...required, ...chosen]);
  // Weak ones alone are never enough: one that is not has to be chosen, though none were demanded.
  return choices(optional, Math.max(1, demanded))
    .filter((chosen) => !chosen.every(isWeak))
    .map((chosen) => [...required, ...chosen]);
}

const isKnown = (method: MethodName): boolean => Object.hasOwn(TRAITS, method);

/** Every choice of `count` among some, in their order. */
function choices<T>(among: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return among.flatMap((first, index) =>
    choices(among.slice(index + 1), count - 1).map((rest) => [first, ...rest]),
  );
}
