import { METHODS, type MethodName, type Proof } from './method.ts';

/** What a person must prove before one action: all of `required`, and `minimumOptional` of `optional`. */
export interface VerificationPolicy {
  readonly required: readonly MethodName[];
  readonly optional: readonly MethodName[];
  readonly minimumOptional: number;
}

/** Whether the policy is met, and if not, what is still missing. */
export type Standing =
  | { readonly kind: 'met' }
  | {
      readonly kind: 'missing';
      readonly required: readonly MethodName[];
      readonly anyOf: readonly MethodName[];
      readonly count: number;
    };

/**
 * Judges stored proofs against a policy; pure, and the only judge there is. Each method counts once. Proofs
 * dated after `now` count for nothing. A policy that asks for nothing is never met: it is a mistake, not a gift.
 */
export function judge(policy: VerificationPolicy, proofs: readonly Proof[], now: number): Standing {
  const proven = new Set(proofs.filter(({ at }) => at <= now).map(({ method }) => method));
  const required = policy.required.filter((method) => !proven.has(method));
  const optional = [...new Set(policy.optional)].filter((method) => !policy.required.includes(method));
  const count = Math.max(0, policy.minimumOptional - optional.filter((method) => proven.has(method)).length);
  const asksForSomething = policy.required.length + policy.minimumOptional > 0;
  if (asksForSomething && required.length === 0 && count === 0) return { kind: 'met' };
  return { kind: 'missing', required, anyOf: optional.filter((method) => !proven.has(method)), count };
}

/** Every method that some policy could ask for, in the house's order: what everyone is shown before proof. */
export const offeredMethods = (policies: readonly VerificationPolicy[]): readonly MethodName[] =>
  METHODS.filter((method) =>
    policies.some(({ required, optional }) => required.includes(method) || optional.includes(method)),
  );

/**
 * What every one of several policies asks for at the least: what may be told of an action before anybody is proven, the
 * same for every name. Required methods stand in the order of the first policy.
 */
export function commonPolicy(policies: readonly VerificationPolicy[]): VerificationPolicy {
  const [first] = policies;
  const required = (first?.required ?? []).filter((method) =>
    policies.every((policy) => policy.required.includes(method)),
  );
  const optional = offeredMethods(policies).filter((method) => !required.includes(method));
  const asked = policies.map((policy) => policy.required.length + policy.minimumOptional - required.length);
  return { required, optional, minimumOptional: Math.max(0, Math.min(...asked)) };
}
