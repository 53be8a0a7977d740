import type { Setting } from '../setting.ts';

/** Makes an action of a command: runs it within a setting, and puts what went wrong into words. */
export type Within = <A extends readonly unknown[]>(
  work: (setting: Setting, ...rest: A) => Promise<void>,
) => (...rest: A) => Promise<void>;
