import { registeredMethods, type Enrollment } from '../enrollment/enrollment.ts';
import type { MethodName } from '../verification/method.ts';

/** What somebody has registered, for whoever reads of it: a code that is sent goes by an address or a number, and is none of its own. */
export const toldMethods = (enrollment: Enrollment | undefined): readonly MethodName[] =>
  registeredMethods(enrollment).filter((method) => method !== 'sent-code');
