import type { Estate } from '../estate.ts';
import type { RecoveryFunction } from '../recovery-function.ts';

/** Gives a function its powers over the estate, each permission with the variable that goes with it. */
export type Grant = (it: RecoveryFunction, estate: Estate) => void;
