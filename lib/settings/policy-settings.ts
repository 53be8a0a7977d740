import * as z from 'zod';
import { DEFAULT_LIMITS, type Limits } from '../../domain/policy/limits.ts';
import { METHODS } from '../../domain/verification/method.ts';
import { say } from './wording.ts';

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

/** What the deployment decides of its policy; all else is the product's default, or published later. */
export const policySettings = z.strictObject({
  actions: z.strictObject({ unlock: action, reset: action }).optional(),
  emailCode: z.strictObject({ addresses: z.enum(['confirmed', 'confirmed-or-directory']) }).optional(),
  limits: limits.optional(),
});
