import { LIFETIMES } from '../policy/limits.ts';
import { METHODS, type MethodName, type Proof } from './method.ts';
import { TRAITS } from './traits.ts';

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
 * Judges stored proofs against a policy; pure, and the only judge there is. Each method counts once, and only while its proof
 * is fresh. Weak methods alone are never enough, whatever the policy says; nor is one code for two (`contradictory`). A policy
 * that asks for nothing is never met: it is a mistake, not a gift.
 */
export function judge(policy: VerificationPolicy, proofs: readonly Proof[], now: number): Standing {
  const proven = new Set(proofs.filter((proof) => isFresh(proof, now)).map(({ method }) => method));
  const required = [...new Set(policy.required)].filter((method) => !proven.has(method));
  const optional = optionalOf(policy);
  const open = optional.filter((method) => !proven.has(method));
  const unmet = Math.max(0, policy.minimumOptional - (optional.length - open.length));
  const strong = [...policy.required, ...optional].some((method) => proven.has(method) && !isWeak(method));
  // Something strong will be among what is required still, or has to be chosen.
  const strongToCome = strong || required.some((method) => !isWeak(method));
  const count = strongToCome ? unmet : Math.max(1, unmet);
  const asksForSomething = policy.required.length + policy.minimumOptional > 0;
  if (asksForSomething && !contradictory(policy) && required.length === 0 && count === 0)
    return { kind: 'met' };
  const anyOf = strongToCome || unmet > 1 ? open : open.filter((method) => !isWeak(method));
  return { kind: 'missing', required, anyOf, count };
}

/** Whether a proof still counts; one dated after `now` never does. */
export const isFresh = ({ at }: Proof, now: number): boolean => at <= now && now - at < LIFETIMES.proof;

const isWeak = (method: MethodName): boolean => TRAITS[method].weak;

/** The optional methods, each once, without those that are required anyway. */
export const optionalOf = ({ required, optional }: VerificationPolicy): readonly MethodName[] =>
  [...new Set(optional)].filter((method) => !required.includes(method));

/**
 * Whether a policy names `sent-code` beside a code of its own channel: one mailbox or one phone could count for two. Such a
 * policy is a mistake that is refused when it is published, and is never met.
 */
export function contradictory({ required, optional }: VerificationPolicy): boolean {
  const named = new Set([...required, ...optional]);
  return named.has('sent-code') && (named.has('email-code') || named.has('sms-code'));
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
