import * as z from 'zod/mini';
import { ACTIONS } from '../../../domain/policy/action.ts';
import { RISKS } from '../../../domain/policy/user-configuration.ts';
import { METHODS } from '../../../domain/verification/method.ts';
import { once } from './once.ts';

const assessment = once(() => ({
  /** `A code by e-mail and the security answers.` */
  sentence: z.string(),
  /** Strength points of the weakest way through; they only warn. */
  points: z.number(),
  /** NIST SP 800-63B-4 §4.2, of the weakest way through. */
  nist: z.object({ standing: z.enum(['meets', 'partly', 'not-recognised']), sentence: z.string() }),
  /** WCAG 2.2, SC 3.3.8. */
  wcag: z.object({ meets: z.boolean(), sentence: z.string() }),
  warnings: z.array(z.string()),
}));
/** What a policy amounts to. */
export const assessmentShape = once(() => z.object(assessment()));
/** The same of one action of one user configuration. */
export const assessedShape = once(() =>
  z.object({ userConfiguration: z.string(), action: z.enum(ACTIONS), offered: z.boolean(), ...assessment() }),
);
/** A policy to begin with. */
export const readyMadeShape = once(() =>
  z.object({
    id: z.enum(['citrix-compatible', 'balanced', 'strict']),
    name: z.string(),
    description: z.string(),
    policy: z.object({
      required: z.array(z.enum(METHODS)),
      optional: z.array(z.enum(METHODS)),
      minimumOptional: z.number(),
    }),
    /** What has to be accepted in writing to publish it. */
    risks: z.array(z.enum(RISKS)),
    assessment: assessmentShape(),
  }),
);
