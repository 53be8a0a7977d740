import { METHODS } from '../../verification/method.ts';
import type { Mistake } from '../mistake.ts';

/** Whether this build knows a method of this name. */
export const isKnownMethod = (method: string): boolean => METHODS.some((name) => name === method);

/** The mistake of naming a method that there is not. */
export const unknownMethod = (method: string, path: string): Mistake => ({
  path,
  code: 'unknown-method',
  message: `There is no verification method "${method}".`,
  remedy: `Use one of ${METHODS.join(', ')}.`,
});
