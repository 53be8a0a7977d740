import type { VerificationPolicy } from './policy.ts';
import { TRAITS } from './traits.ts';
import { waysThrough } from './ways-through.ts';

/** Whether somebody gets through with security answers alone, or with answers and what counts for little. */
export const answersSuffice = (policy: VerificationPolicy): boolean =>
  waysThrough(policy).some((way) =>
    way.every((method) => method === 'security-answers' || TRAITS[method].weak),
  );
