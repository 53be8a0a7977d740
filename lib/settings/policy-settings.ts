import * as z from 'zod';
import { DEFAULT_LIMITS, type Limits } from '../../domain/policy/limits.ts';
import { METHODS } from '../../domain/verification/method.ts';
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

/** What the deployment decides of its policy; all else is the product's default, or published later. */
export const policySettings = z.strictObject({
  actions: z.strictObject({ unlock: action, reset: action }).optional(),
  emailCode: z.strictObject({ addresses: z.enum(['confirmed', 'confirmed-or-directory']) }).optional(),
  limits: limits.optional(),
  claims: claims.refine(leavesOne, { message: 'leaves people nothing to type: switch one on' }).optional(),
  breachedPasswords: breachedSettings.default('common'),
});
