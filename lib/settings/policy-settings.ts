import * as z from 'zod';
import { DEFAULT_LIMITS, type Limits } from '../../domain/policy/limits.ts';
import { ACTIONS, type Action } from '../../domain/policy/action.ts';
import { deployedMethods } from '../../domain/policy/deployed-configuration.ts';
import { isOn } from '../../domain/policy/methods.ts';
import { policyAsOn } from '../../domain/policy/policy-as-on.ts';
import { RISKS, type AcceptedRisk } from '../../domain/policy/user-configuration.ts';
import { answersSuffice } from '../../domain/verification/answers-suffice.ts';
import { METHODS } from '../../domain/verification/method.ts';
import type { VerificationPolicy } from '../../domain/verification/policy.ts';
import { waysThrough } from '../../domain/verification/ways-through.ts';
import { breachedSettings } from './breached-settings.ts';
import { say, text } from './wording.ts';

const METHOD = z.enum(METHODS, say(`one of ${METHODS.join(', ')}`));

const action = z
  .strictObject({
    offered: z.boolean().default(true),
    policy: z
      .strictObject({
        required: z.array(METHOD),
        optional: z.array(METHOD).default([]),
        minimumOptional: z.int().min(0).default(0),
      })
      .superRefine(({ required, optional, minimumOptional }, context) => {
        if (required.length + minimumOptional === 0)
          context.addIssue({
            code: 'custom',
            message: 'asks for nothing: require a method, or a minimum of optional ones',
          });
        if (minimumOptional > optional.length)
          context.addIssue({
            code: 'custom',
            path: ['minimumOptional'],
            message: `asks for more than the ${optional.length} optional methods: lower it`,
          });
      })
      .optional(),
  })
  .optional();

const LIMIT_NAMES = Object.keys(DEFAULT_LIMITS) as readonly (keyof Limits)[];
const limit = z.int(say('a whole number from 1')).min(1, say('a whole number from 1')).optional();
const limits = z.strictObject(
  Object.fromEntries(LIMIT_NAMES.map((name) => [name, limit])) as Record<keyof Limits, typeof limit>,
);

/** What people may type to say who they are; what is left out is as the product has it. */
const claims = z.strictObject({
  bareName: z.boolean().optional(),
  domainName: z.boolean().optional(),
  principalName: z.boolean().optional(),
  mail: z.boolean().optional(),
  employeeNumber: text(
    'the attribute that holds the employee number, employeeID or employeeNumber',
    /^[A-Za-z][A-Za-z0-9-]{0,59}$/,
  ).optional(),
});

/** What is left out is on, or off, as the product has it (domain/recovery/claim-forms.ts). */
function leavesOne({
  bareName = true,
  domainName = true,
  principalName = true,
  mail = false,
  employeeNumber,
}: z.output<typeof claims>): boolean {
  return bareName || domainName || principalName || mail || employeeNumber !== undefined;
}

const REASON = 'who decided it and why, in 20 characters or more: an auditor will read it';
const acceptedRisks = z
  .array(
    z.strictObject({
      risk: z.enum(RISKS, say(`one of ${RISKS.join(', ')}`)),
      reason: z.string(say(REASON)).trim().min(20, say(REASON)).max(500),
    }),
  )
  .optional();

/** What the deployment decides of its policy; all else is the product's default, or published later. */
export const policySettings = z
  .strictObject({
    actions: z.strictObject({ unlock: action, reset: action }).optional(),
    acceptedRisks,
    emailCode: z.strictObject({ addresses: z.enum(['confirmed', 'confirmed-or-directory']) }).optional(),
    limits: limits.optional(),
    claims: claims.refine(leavesOne, { message: 'leaves people nothing to type: switch one on' }).optional(),
    breachedPasswords: breachedSettings.default('common'),
  })
  .superRefine(({ actions, acceptedRisks: risks = [] }, context) => {
    for (const name of ACTIONS) {
      const { offered, policy } = actions?.[name] ?? {};
      const message = offered && policy ? wrongWith(policy, name, risks) : undefined;
      if (message !== undefined)
        context.addIssue({ code: 'custom', path: ['actions', name, 'policy'], message });
    }
  });

/** What is wrong with a policy of version 0, by the rules that hold for every version after it. */
function wrongWith(
  policy: VerificationPolicy,
  deed: Action,
  risks: readonly AcceptedRisk[],
): string | undefined {
  if (policy.required.length + policy.minimumOptional === 0) return undefined;
  const methods = deployedMethods({});
  const asOn = policyAsOn(policy, { methods });
  const off = [...policy.required, ...policy.optional].filter((method) => !isOn({ methods }, method));
  if (
    off.length > 0 &&
    (asOn.required.some((method) => off.includes(method)) || waysThrough(asOn).length === 0)
  )
    return `asks for ${off.join(', ')}, which ${off.length === 1 ? 'is' : 'are'} off as deployed: switch it on at the console, and ask for it there`;
  if (answersSuffice(asOn) && !risks.some(({ risk }) => risk === 'answers-alone'))
    return `lets security answers alone ${deed}: ask for a code as well, or accept that in policy.acceptedRisks with "risk": "answers-alone" and a reason`;
  return undefined;
}
