import { listed, METHOD_WORDS } from '../administration/sentences/words.ts';
import type { SendMethod } from '../policy/methods.ts';
import type { MethodName } from './method.ts';
import { nistStanding, type NistStanding } from './nist-standing.ts';
import { contradictory, optionalOf, type VerificationPolicy } from './policy.ts';
import { policyWarnings } from './policy-warnings.ts';
import { TRAITS } from './traits.ts';
import { waysThrough } from './ways-through.ts';

/** What a policy amounts to, for whoever chooses it. It decides nothing: `judge` does. */
export interface Assessment {
  /** What somebody has to give: `A code by e-mail and the security answers.` */
  readonly sentence: string;
  /** Strength points of the weakest way through; they only warn. */
  readonly points: number;
  /** How its weakest way stands by NIST SP 800-63B-4 §4.2, for accounts that are to keep their assurance. */
  readonly nist: NistStanding;
  /** Whether there is a way through without a cognitive function test (WCAG 2.2, SC 3.3.8). */
  readonly wcag: { readonly meets: boolean; readonly sentence: string };
  readonly warnings: readonly string[];
}

/** Assesses a policy over every way through it; `send` is how the configuration sends `sent-code`. Pure. */
export function assess(policy: VerificationPolicy, send?: SendMethod): Assessment {
  const ways = waysThrough(policy);
  return {
    sentence: sentenceOf(policy, ways),
    points: ways.length === 0 ? 0 : Math.min(...ways.map(pointsOf)),
    nist: nistStanding(ways),
    wcag: wcagStanding(ways),
    warnings: policyWarnings(policy, send).map((warning) => capitalised(warning('get through'))),
  };
}

const pointsOf = (way: readonly MethodName[]): number =>
  way.reduce((points, method) => points + TRAITS[method].points, 0);

/** It is nobody's in particular: “the” security answers. */
const words = (method: MethodName): string => METHOD_WORDS[method].replace('their', 'the');
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sentenceOf(policy: VerificationPolicy, ways: readonly (readonly MethodName[])[]): string {
  if (ways.length === 0) return nobody(policy);
  const required = [...new Set(policy.required)].map(words);
  // Fewer than are named where weak ones would not do: what is chosen is as many as any way has besides what is required.
  const count = (ways[0]?.length ?? 0) - required.length;
  if (count === 0) return `${capitalised(listed(required))}.`;
  const optional = optionalOf(policy);
  const choice =
    optional.length === count
      ? listed(optional.map(words))
      : `${NUMBERS[count] ?? String(count)} of: ${optional.map(words).join(', ')}`;
  const isLimited = ways.length < combinations(optional.length, count);
  const limit = isLimited ? ' (weak ones alone are never enough)' : '';
  return `${capitalised(required.length > 0 ? `${listed(required)}, and ${choice}` : choice)}${limit}.`;
}

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six'];

const combinations = (of: number, count: number): number =>
  count === 0 ? 1 : (combinations(of - 1, count - 1) * of) / count;

function nobody(policy: VerificationPolicy): string {
  if (!(policy.required.length + policy.minimumOptional > 0))
    return 'Nothing is asked, so that nobody gets through.';
  if (contradictory(policy))
    return 'Nobody gets through: one code could count for two, as “sent-code” stands beside a code of its own way.';
  return 'Nobody gets through: it asks for more than there is, or for weak proofs alone.';
}

function wcagStanding(ways: readonly (readonly MethodName[])[]): Assessment['wcag'] {
  if (ways.some((way) => !way.some((method) => TRAITS[method].cognitive)))
    return { meets: true, sentence: 'There is a way through without a test of memory (WCAG 2.2, SC 3.3.8).' };
  return {
    meets: false,
    sentence:
      ways.length === 0
        ? 'There is no way through at all, so none without a test of memory (WCAG 2.2, SC 3.3.8).'
        : 'Every way through is a test of memory, which WCAG 2.2 SC 3.3.8 does not allow: people who cannot recall are shut out.',
  };
}
