import { METHOD_WORDS } from '../administration/sentences/words.ts';
import type { SendMethod } from '../policy/methods.ts';
import { answersSuffice } from './answers-suffice.ts';
import type { MethodName } from './method.ts';
import { optionalOf, type VerificationPolicy } from './policy.ts';
import { TRAITS } from './traits.ts';
import { waysThrough } from './ways-through.ts';

/** The rest of a sentence that began with `In "Sales", `, about what the policy is for: `unlock`. */
export type PolicyWarning = (deed: string) => string;

type Way = readonly MethodName[];

/** What is risky about a policy though it may be published; `send` is how the configuration sends `sent-code`. Pure. */
export function policyWarnings(policy: VerificationPolicy, send?: SendMethod): readonly PolicyWarning[] {
  const ways = waysThrough(policy);
  if (ways.length === 0) return [];
  return [
    ...aloneWarnings(ways, send),
    ...answersWarnings(policy, ways),
    ...choiceWarnings(policy, ways),
    ...methodWarnings(new Set(ways.flat())),
  ];
}

/** Of ways through that are one thing only. */
function aloneWarnings(ways: readonly Way[], send: SendMethod | undefined): readonly PolicyWarning[] {
  const isText = (method: MethodName) => method === 'sms-code' || (method === 'sent-code' && send === 'sms');
  return ways
    .flatMap(([only, ...more]) => (only && more.length === 0 && TRAITS[only].points < 2 ? [only] : []))
    .filter((method) => method !== 'security-answers')
    .map((method) =>
      isText(method)
        ? (deed) =>
            `a text message alone is enough to ${deed}. Numbers can be taken over and texts intercepted (NIST SP 800-63B-4 restricts them); ask for something else as well.`
        : (deed) =>
            `${METHOD_WORDS[method].replace('their', 'the')} alone is enough to ${deed}: whoever has that has the account. Ask for something else as well.`,
    );
}

function answersWarnings(policy: VerificationPolicy, ways: readonly Way[]): readonly PolicyWarning[] {
  if (answersSuffice(policy))
    return [
      (deed) =>
        `security answers alone are enough to ${deed}. Answers can be guessed or looked up, and many people cannot recall theirs (NIST SP 800-63B-4 does not accept them alone); ask for a code as well.`,
    ];
  if (ways.every((way) => way.includes('security-answers')))
    return [
      (deed) =>
        `nobody can ${deed} without security answers. Many people cannot recall theirs (40 % in Google’s study), others can find them out, and WCAG 2.2 SC 3.3.8 allows no test of memory without a way around it; ask for a code and one of several other methods instead.`,
    ];
  return ways.flat().includes('security-answers')
    ? [
        (deed) =>
          `security answers are among the proofs to ${deed}. They are the weakest of them: answers can be guessed or looked up. Leave them out where people have an app, a passkey or saved codes.`,
      ]
    : [];
}

function choiceWarnings(policy: VerificationPolicy, ways: readonly Way[]): readonly PolicyWarning[] {
  const isIdle =
    optionalOf(policy).length > 0 &&
    ways.every((way) => way.every((method) => policy.required.includes(method)));
  return isIdle
    ? [
        (deed) =>
          `optional proofs are named to ${deed} and none is demanded: giving one changes nothing. Demand one, or take them out.`,
      ]
    : [];
}

function methodWarnings(asked: ReadonlySet<MethodName>): readonly PolicyWarning[] {
  const weak = [...asked].filter((method) => TRAITS[method].weak).map((method) => `“${method}”`);
  return [
    ...(weak.length > 0
      ? [
          (deed: string) =>
            `${weak.join(' and ')} may be among the proofs to ${deed}. That counts for little: colleagues can look attributes up, and a browser may be shared. Demand something stronger beside it, or take it out.`,
        ]
      : []),
    ...(asked.has('openid-connect')
      ? [
          (deed: string) =>
            `a sign-in at the identity provider may be among the proofs to ${deed}. Where it opens with the very password that was forgotten, it shuts its owner out, and proves nothing that a thief of the password has not got. Join a provider that asks for something else, or demand a second proof.`,
        ]
      : []),
  ];
}
