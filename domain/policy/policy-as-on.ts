import type { VerificationPolicy } from '../verification/policy.ts';
import { isOn, type MethodSettings } from './methods.ts';

/** A policy without the optional methods that are switched off: nobody could choose them. */
export const policyAsOn = (
  { required, optional, minimumOptional }: VerificationPolicy,
  settings: { readonly methods: MethodSettings },
): VerificationPolicy => ({
  required,
  optional: optional.filter((method) => isOn(settings, method)),
  minimumOptional,
});
