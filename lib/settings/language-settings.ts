import * as z from 'zod';
import { SHIPPED_LANGUAGES } from '../../domain/policy/deployed-configuration.ts';
import { say } from './wording.ts';

const LANGUAGE = z.enum(SHIPPED_LANGUAGES, say(`one of ${SHIPPED_LANGUAGES.join(', ')}`));

/** The languages people are offered at first, and the one for those who understand none of them; the administrators' from then on. */
export const languageSettings = z
  .strictObject({
    default: LANGUAGE,
    offered: z.array(LANGUAGE).default([...SHIPPED_LANGUAGES]),
  })
  .refine((languages) => languages.offered.includes(languages.default), {
    path: ['offered'],
    message: 'leaves out the default language: add it',
  });
